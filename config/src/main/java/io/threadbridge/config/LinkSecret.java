package io.threadbridge.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.web.SignedLinks;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// What signs the links in mail: the one of the settings, or one that is made at the first start
/// and kept in the data directory, where only the program's own user reads it.
final class LinkSecret {
  static final String FILE = "link-secret";

  private static final int BYTES = 32;
  private static final String MEND = "set threadbridge.link-secret, or let the program write there";

  private LinkSecret() {}

  /// @param needed whether any link will be made; if not, nothing is kept
  static byte[] of(Settings settings, boolean needed) {
    Optional<String> set = settings.secretOfLinks();
    if (set.isPresent()) {
      return checked(set.get(), "threadbridge.link-secret", "write a longer one");
    }
    if (!needed) {
      return made().getBytes(UTF_8);
    }
    Path file = settings.dataDir().resolve(FILE);
    return checked(kept(file), file.toString(), "delete the file: another is made");
  }

  private static byte[] checked(String secret, String where, String mend) {
    byte[] bytes = secret.getBytes(UTF_8);
    if (bytes.length < SignedLinks.SECRET_BYTES_MIN) {
      throw new SettingsProblem(
          where + " is shorter than " + SignedLinks.SECRET_BYTES_MIN + " bytes", mend);
    }
    return bytes;
  }

  /// Written beside its place and then moved there, so that nobody ever reads half of it. Whoever
  /// comes second takes what is there.
  private static String kept(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, "", own(file));
        Files.writeString(written, made());
        put(written, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new SettingsProblem(file + " can be neither read nor written", MEND, e);
    }
  }

  private static void put(Path written, Path file) throws IOException {
    try {
      Files.move(written, file);
    } catch (FileAlreadyExistsException _) {
      Files.delete(written);
    }
  }

  private static FileAttribute<?>[] own(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String made() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
