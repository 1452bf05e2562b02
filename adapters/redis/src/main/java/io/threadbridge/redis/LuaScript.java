package io.threadbridge.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// One script of `/lua`: one atomic step on one slot. Sent by its digest, and whole where Redis
/// does not know it (a new node, `SCRIPT FLUSH`). All scripts answer a list.
final class LuaScript {
  private final String text;
  private final String digest;

  private LuaScript(String text) {
    this.text = text;
    this.digest = sha1(text);
  }

  /// The script of this name, without `.lua`.
  static LuaScript named(String name) {
    try (InputStream file = LuaScript.class.getResourceAsStream("/lua/" + name + ".lua")) {
      if (file == null) {
        throw new IllegalStateException("there is no script " + name);
      }
      return new LuaScript(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Runs it and waits for its answer.
  List<Object> run(RedisConnections redis, List<String> keys, List<String> arguments) {
    return Replies.await(start(redis.commands(), keys, arguments));
  }

  /// Runs it and waits until a replica has what it wrote, where there are replicas. Whoever
  /// acknowledges to the outside on the strength of a script runs it so.
  List<Object> runConfirmed(RedisConnections redis, List<String> keys, List<String> arguments) {
    String slot = keys.getFirst();
    ReplicaFence fence = redis.fence(slot);
    List<Object> answer = run(redis, keys, arguments);
    fence.confirm(slot);
    return answer;
  }

  /// Sends it; several may be sent before the first answer is awaited.
  CompletionStage<List<Object>> start(
      RedisClusterAsyncCommands<String, String> redis, List<String> keys, List<String> arguments) {
    String[] keyArray = keys.toArray(String[]::new);
    String[] argumentArray = arguments.toArray(String[]::new);
    CompletionStage<List<Object>> first =
        redis.evalsha(digest, ScriptOutputType.MULTI, keyArray, argumentArray);
    return first.exceptionallyCompose(
        failure ->
            isUnknown(failure)
                ? redis.eval(text, ScriptOutputType.MULTI, keyArray, argumentArray)
                : CompletableFuture.failedFuture(failure));
  }

  private static boolean isUnknown(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RedisNoScriptException;
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }
}
