package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of the pretend Bot Framework: published for the bot, used for what is sent to it.
final class BotKeys {
  static final String ISSUER = "https://api.botframework.com";

  /// Keys that are published; an older one is forgotten.
  static final int MAX_KEYS = 3;

  private static final String PATH = "/sandbox/teams/openid/";
  private static final long SKEW_SECONDS = 300;
  private static final long LIFETIME_SECONDS = 3_600;

  private final TeamsWorld world;
  private final Door door;
  private final Deque<SigningKey> keys = new ArrayDeque<>();

  BotKeys(TeamsWorld world, Door door) {
    this.world = world;
    this.door = door;
    rotate();
  }

  void addTo(RouterFunctions.Builder routes) {
    routes.GET(PATH + ".well-known/openidconfiguration", this::metadata);
    routes.GET(PATH + "keys", this::list);
  }

  /// A new key signs from now on; the old ones stay published.
  synchronized void rotate() {
    keys.addFirst(new SigningKey());
    if (keys.size() > MAX_KEYS) {
      keys.removeLast();
    }
  }

  /// What stands behind `Authorization:` of an activity.
  synchronized String authorization() {
    long now = world.now() / 1_000;
    ObjectNode claims = Json.object().put("serviceurl", world.serviceUrl());
    claims.put("nbf", now - SKEW_SECONDS).put("exp", now + LIFETIME_SECONDS);
    claims.put("iss", ISSUER).put("aud", TeamsSandboxIds.APP_ID);
    return "Bearer " + keys.getFirst().sign(claims);
  }

  private ServerResponse metadata(ServerRequest request) {
    ObjectNode answer = Json.object().put("issuer", ISSUER);
    answer.put("authorization_endpoint", "https://invalid.botframework.com");
    answer.put("jwks_uri", Http.base(request) + PATH + "keys");
    answer.putArray("id_token_signing_alg_values_supported").add("RS256");
    answer.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
    return door.answer(request, Operation.KEYS, "", () -> TeamsAnswer.of(200, answer));
  }

  private ServerResponse list(ServerRequest request) {
    return door.answer(request, Operation.KEYS, "", () -> TeamsAnswer.of(200, published()));
  }

  private synchronized ObjectNode published() {
    ObjectNode answer = Json.object();
    ArrayNode array = answer.putArray("keys");
    keys.forEach(key -> array.add(key.json()));
    return answer;
  }
}
