package io.threadbridge.sandbox.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A key made at the start, with which the pretend Bot Framework signs what it sends to the bot.
final class SigningKey {
  private static final int BITS = 2_048;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id = UUID.randomUUID().toString().replace("-", "");
  private final KeyPair pair;

  SigningKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has RSA", impossible);
    }
  }

  /// The public half, as it stands in the list of keys.
  ObjectNode json() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    ObjectNode json = Json.object().put("kty", "RSA").put("use", "sig").put("alg", "RS256");
    json.put("kid", id).put("x5t", id);
    json.put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
    json.putArray("endorsements").add("msteams");
    return json;
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  /// A signed token with these claims.
  String sign(ObjectNode claims) {
    ObjectNode header = Json.object().put("alg", "RS256").put("kid", id).put("x5t", id);
    String text = part(header.put("typ", "JWT")) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform signs with RSA", impossible);
    }
  }

  private static String part(ObjectNode json) {
    return BASE64.encodeToString(Json.write(json).getBytes(UTF_8));
  }
}
