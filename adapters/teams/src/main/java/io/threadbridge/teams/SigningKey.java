package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A key with which the Bot Framework signs, and for which channels it may.
///
/// @param endorsements the channels' ids; a key without any may sign for none
record SigningKey(RSAPublicKey key, Set<String> endorsements) {
  /// A shorter key is not believed.
  private static final int BITS_MIN = 2_048;

  /// So many keys of a document are read; the Bot Framework names about ten.
  private static final int KEYS_MAX = 100;

  /// The RSA keys of a key document by their ids; whatever cannot be read is left out.
  static Map<String, SigningKey> read(JsonNode document) {
    Map<String, SigningKey> keys = new HashMap<>();
    for (JsonNode written : document.path("keys")) {
      String id = written.path("kid").asText("");
      if (keys.size() < KEYS_MAX && !id.isEmpty()) {
        one(written).ifPresent(key -> keys.put(id, key));
      }
    }
    return Map.copyOf(keys);
  }

  private static Optional<SigningKey> one(JsonNode written) {
    if (!written.path("kty").asText("").equals("RSA")
        || !written.path("use").asText("sig").equals("sig")) {
      return Optional.empty();
    }
    try {
      RSAPublicKeySpec spec = new RSAPublicKeySpec(number(written, "n"), number(written, "e"));
      Set<String> endorsements = new HashSet<>();
      written.path("endorsements").forEach(channel -> endorsements.add(channel.asText("")));
      return KeyFactory.getInstance("RSA").generatePublic(spec) instanceof RSAPublicKey key
              && key.getModulus().bitLength() >= BITS_MIN
          ? Optional.of(new SigningKey(key, Set.copyOf(endorsements)))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static BigInteger number(JsonNode written, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(written.path(name).asText("")));
  }
}
