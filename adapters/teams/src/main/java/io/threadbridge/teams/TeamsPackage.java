package io.threadbridge.teams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The app package that Teams is given to install us: a zip of the manifest and the two icons, made
/// for one program and its address. The same program gets the same bytes.
public final class TeamsPackage {
  /// A zip's oldest moment: nothing in the package depends on when it was made.
  private static final LocalDateTime NO_MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final UUID appId;
  private final URI publicUrl;

  /// @param appId the app registration's id, a GUID
  /// @param publicUrl where visitors reach the program, with `https`
  /// @throws IllegalArgumentException if Teams would refuse one of them; says how to mend it
  public TeamsPackage(String appId, URI publicUrl) {
    this.appId = guid(appId);
    this.publicUrl = publicUrl;
    if (!"https".equalsIgnoreCase(publicUrl.getScheme()) || publicUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "Teams needs a public address with https, such as https://chat.example.com, not "
              + publicUrl);
    }
  }

  private static UUID guid(String appId) {
    try {
      UUID read = UUID.fromString(appId.strip());
      if (read.toString().equals(appId.strip().toLowerCase(Locale.ROOT))) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(noGuid(appId), e);
    }
    throw new IllegalArgumentException(noGuid(appId));
  }

  private static String noGuid(String appId) {
    return "the app id is a GUID, to be copied from the Azure Bot's configuration, not " + appId;
  }

  /// The package as a file.
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "manifest.json", new TeamsManifest(appId, publicUrl).json());
      add(zip, TeamsManifest.COLOR_ICON, TeamsPackageIcons.color());
      add(zip, TeamsManifest.OUTLINE_ICON, TeamsPackageIcons.outline());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_MOMENT);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
