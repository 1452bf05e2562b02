package io.threadbridge.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.api.async.RedisKeyAsyncCommands;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.Journals;
import io.threadbridge.redis.json.JournalEntryCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// The journals in Redis, found by `SCAN` on every master; a conversation's name is all that is
/// kept in memory of what was read.
public final class RedisJournals implements Journals {
  /// So many keys Redis looks at before it serves somebody else.
  private static final int KEYS_AT_ONCE = 500;

  private static final String ALL_ENTRIES = ":journal:";

  private final RedisConnections redis;

  /// Journals behind these connections.
  public RedisJournals(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public void forEach(BiConsumer<ConversationId, List<JournalEntry>> reader) {
    ScanArgs journals = ScanArgs.Builder.matches("tb:{*}" + ALL_ENTRIES + "*").limit(KEYS_AT_ONCE);
    Set<String> read = new HashSet<>();
    for (RedisKeyAsyncCommands<String, String> node : redis.nodes()) {
      KeyScanCursor<String> cursor = Replies.await(node.scan(journals));
      hand(cursor.getKeys(), read, reader);
      while (!cursor.isFinished()) {
        cursor = Replies.await(node.scan(cursor, journals));
        hand(cursor.getKeys(), read, reader);
      }
    }
  }

  /// `SCAN` may name a key twice.
  private void hand(
      List<String> keys, Set<String> read, BiConsumer<ConversationId, List<JournalEntry>> reader) {
    List<String> fresh = keys.stream().filter(read::add).toList();
    List<CompletionStage<List<String>>> journals =
        fresh.stream()
            .<CompletionStage<List<String>>>map(key -> redis.commands().lrange(key, 0, -1))
            .toList();
    for (int at = 0; at < fresh.size(); at++) {
      String key = fresh.get(at);
      reader.accept(
          new ConversationId(key.substring(key.indexOf(ALL_ENTRIES) + ALL_ENTRIES.length())),
          Replies.await(journals.get(at)).stream().map(JournalEntryCodec::read).toList());
    }
  }
}
