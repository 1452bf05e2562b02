package io.threadbridge.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Plays the Bot Framework's documents of keys on loopback, and signs as it does.
final class BotFramework implements AutoCloseable {
  static final String APP = "11111111-2222-3333-4444-555555555555";
  static final String TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  static final String SERVICE_URL = "https://smba.example.com/emea/";

  /// Made once for all tests, because making one takes long; a test has three of them.
  private static final List<KeyPair> PAIRS = List.of(newPair(), newPair(), newPair());

  /// How the documents are answered.
  enum Mood {
    FINE,
    DOWN,
    HANGING,
    NONSENSE
  }

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
  private final Map<String, List<String>> endorsements = new ConcurrentHashMap<>();
  private final AtomicInteger readings = new AtomicInteger();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private volatile Mood mood = Mood.FINE;

  BotFramework() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(handlers);
    server.createContext("/openid", exchange -> answer(exchange, openId()));
    server.createContext("/keys", exchange -> answer(exchange, keyDocument()));
    server.start();
    publish("first", List.of("msteams", "webchat"));
  }

  URI openIdUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/openid");
  }

  void is(Mood now) {
    mood = now;
  }

  /// How often the documents were asked for.
  int readings() {
    return readings.get();
  }

  /// A key from now on.
  void publish(String id, List<String> channels) {
    keys.put(id, PAIRS.get(id.equals("first") ? 0 : 1));
    endorsements.put(id, channels);
  }

  void withdraw(String id) {
    keys.remove(id);
  }

  /// A pair that is nobody's.
  static KeyPair strangers() {
    return PAIRS.get(2);
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// A token that has nothing wrong with it.
  JWTCreator.Builder token(Instant now) {
    return JWT.create()
        .withIssuer("https://api.botframework.com")
        .withAudience(APP)
        .withClaim("serviceurl", SERVICE_URL)
        .withNotBefore(now.minus(Duration.ofMinutes(1)))
        .withExpiresAt(now.plus(Duration.ofHours(1)));
  }

  String signed(JWTCreator.Builder token, String keyId) {
    return token.withKeyId(keyId).sign(algorithm(pair(keyId)));
  }

  String bearer(Instant now) {
    return "Bearer " + signed(token(now), "first");
  }

  RSAPublicKey publicKey(String keyId) {
    return (RSAPublicKey) pair(keyId).getPublic();
  }

  private KeyPair pair(String keyId) {
    return Objects.requireNonNull(keys.get(keyId), keyId);
  }

  static Algorithm algorithm(KeyPair pair) {
    return Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
  }

  private ObjectNode openId() {
    String keysAt = openIdUrl().resolve("/keys").toString();
    return mapper
        .createObjectNode()
        .put("issuer", "https://api.botframework.com")
        .put("jwks_uri", keysAt);
  }

  private ObjectNode keyDocument() {
    ObjectNode document = mapper.createObjectNode();
    ArrayNode written = document.putArray("keys");
    keys.forEach(
        (id, pair) -> {
          RSAPublicKey key = (RSAPublicKey) pair.getPublic();
          ObjectNode one = written.addObject().put("kty", "RSA").put("use", "sig").put("kid", id);
          one.put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
          endorsements.getOrDefault(id, List.of()).forEach(one.withArray("endorsements")::add);
        });
    return document;
  }

  private static String number(BigInteger number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
  }

  private void answer(HttpExchange exchange, ObjectNode document) throws IOException {
    readings.incrementAndGet();
    byte[] body =
        (mood == Mood.NONSENSE ? "<html>" : document.toString()).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      if (mood == Mood.HANGING) {
        letGo.await();
      }
      exchange.sendResponseHeaders(mood == Mood.DOWN ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letGo.countDown();
    server.stop(0);
    handlers.shutdownNow();
  }
}
