package io.threadbridge.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.web.LinkSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What signs the links: the one of the settings, or one that is made at the first start and kept
/// in Redis, so that a restart ends none of them and all instances have the same.
final class LinkSecret {
  /// Under this name it is kept. Earlier versions kept it in a file of this name in the data
  /// directory, which is taken over, since mail with links of it is still under way.
  static final String NAME = "link-secret";

  private static final int BYTES = 32;

  private LinkSecret() {}

  /// @param kept given a proposal, what is kept: the proposal, if there was nothing yet
  static byte[] of(Settings settings, UnaryOperator<String> kept) {
    Optional<String> set = settings.secretOfLinks();
    if (set.isPresent()) {
      return checked(set.get());
    }
    return kept.apply(earlier(settings.dataDir().resolve(NAME)).orElseGet(LinkSecret::made))
        .getBytes(UTF_8);
  }

  private static byte[] checked(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    if (isTooShort(secret)) {
      throw new SettingsProblem(
          "threadbridge.link-secret is shorter than " + LinkSignature.SECRET_BYTES_MIN + " bytes",
          "write a longer one");
    }
    return bytes;
  }

  private static boolean isTooShort(String secret) {
    return secret.getBytes(UTF_8).length < LinkSignature.SECRET_BYTES_MIN;
  }

  private static Optional<String> earlier(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(secret -> !isTooShort(secret))
          : Optional.empty();
    } catch (IOException e) {
      throw new SettingsProblem(
          file + " cannot be read", "let the program read it, or set threadbridge.link-secret", e);
    }
  }

  private static String made() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
