package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The app package is what Teams takes.
final class TeamsPackageTest {
  private static final String APP = "8f14e45f-ceea-467f-a0e6-7b2b7f3e0d11";
  private static final URI ADDRESS = URI.create("https://chat.example.com:8443");
  private static final int OPAQUE = 0xFF;

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] made = new TeamsPackage(APP, ADDRESS).zip();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(made))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] file(String name) throws IOException {
    return Objects.requireNonNull(files().get(name), name);
  }

  private static String manifest() throws IOException {
    return new String(file("manifest.json"), UTF_8);
  }

  @Test
  void itIsAZipOfTheManifestAndTwoIcons() throws IOException {
    assertThat(files().keySet()).containsExactly("manifest.json", "color.png", "outline.png");
  }

  @Test
  void theSameProgramGetsTheSameBytes() {
    assertThat(new TeamsPackage(APP, ADDRESS).zip())
        .isEqualTo(new TeamsPackage(APP.toUpperCase(Locale.ROOT), ADDRESS).zip());
  }

  @Test
  void theManifestIsWhatTheSchemaAllows() throws IOException {
    assertThat(faults(manifest())).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatTeamsWouldRefuse() throws IOException {
    assertThat(faults(manifest().replace("Website Chat", "Website Chat ".repeat(5)))).hasSize(1);
    assertThat(faults(manifest().replace("tier1", "tier9"))).hasSize(1);
    assertThat(faults(manifest().replace("botId", "bot"))).hasSize(2);
  }

  private static Set<ValidationMessage> faults(String manifest) throws IOException {
    JsonNode schema = JsonMapper.builder().build().readTree(schema());
    return JsonSchemaFactory.getInstance(SpecVersionDetector.detect(schema))
        .getSchema(schema)
        .validate(manifest, InputFormat.JSON);
  }

  /// Ours, which is stricter; or with `-Dteams.schema=FILE` another one, such as the published one
  /// that `check-manifest` gets.
  private static String schema() throws IOException {
    String file = System.getProperty("teams.schema", "");
    if (!file.isEmpty()) {
      return Files.readString(Path.of(file));
    }
    try (InputStream ours =
        Objects.requireNonNull(
            TeamsPackageTest.class.getResourceAsStream("/manifest/teams-1.25.schema.json"))) {
      return new String(ours.readAllBytes(), UTF_8);
    }
  }

  @Test
  void itAsksForEveryMessageOfTheTeamAndSaysThatItKnowsAllChannels() throws IOException {
    JsonNode manifest = JsonMapper.builder().build().readTree(manifest());

    assertThat(manifest.path("supportsChannelFeatures").asText()).isEqualTo("tier1");
    assertThat(manifest.path("validDomains").path(0).asText()).isEqualTo("chat.example.com:8443");
    assertThat(manifest.path("bots").path(0).path("botId").asText()).isEqualTo(APP);
    assertThat(manifest.path("webApplicationInfo").path("id").asText()).isEqualTo(APP);
    JsonNode permissions =
        manifest.path("authorization").path("permissions").path("resourceSpecific");
    assertThat(permissions).hasSize(1);
    assertThat(permissions.path(0).path("name").asText()).isEqualTo("ChannelMessage.Read.Group");
  }

  @Test
  void whoTypesToTheAppIsOfferedTheReportInAChannelAndInTheirOwnChat() throws IOException {
    JsonNode lists =
        JsonMapper.builder().build().readTree(manifest()).path("bots").path(0).path("commandLists");

    assertThat(lists)
        .extracting(list -> list.path("scopes").path(0).asText())
        .containsExactly("team", "personal");
    assertThat(lists)
        .allSatisfy(list -> assertThat(list.findValuesAsText("title")).contains("report", "help"));
  }

  @Test
  void theColourIconIsAFullSquare() throws IOException {
    BufferedImage icon = icon("color.png");

    assertThat(icon.getWidth()).isEqualTo(192);
    assertThat(icon.getHeight()).isEqualTo(192);
    assertThat(icon.getRGB(0, 0) >>> 24).isEqualTo(OPAQUE);
    assertThat(icon.getRGB(191, 191) >>> 24).isEqualTo(OPAQUE);
  }

  @Test
  void theOutlineIconIsWhiteOnNothing() throws IOException {
    BufferedImage icon = icon("outline.png");
    int drawn = 0;
    for (int pixel : icon.getRGB(0, 0, icon.getWidth(), icon.getHeight(), null, 0, 32)) {
      if (pixel >>> 24 != 0) {
        drawn++;
        assertThat(pixel & 0xFFFFFF).isEqualTo(0xFFFFFF);
      }
    }

    assertThat(icon.getWidth()).isEqualTo(32);
    assertThat(icon.getHeight()).isEqualTo(32);
    assertThat(icon.getRGB(0, 0) >>> 24).isZero();
    assertThat(drawn).isBetween(100, 500);
  }

  private static BufferedImage icon(String name) throws IOException {
    try (InputStream bytes = new ByteArrayInputStream(file(name))) {
      return Objects.requireNonNull(ImageIO.read(bytes), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "threadbridge", "1-1-1-1-1"})
  void anAppIdThatIsNoGuidIsRefused(String appId) {
    assertThatThrownBy(() -> new TeamsPackage(appId, ADDRESS)).hasMessageContaining("GUID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://chat.example.com", "chat.example.com", "https:"})
  void anAddressThatTeamsDoesNotReachIsRefused(String address) {
    String written = address.equals("https:") ? "https:/x" : address;
    assertThatThrownBy(() -> new TeamsPackage(APP, URI.create(written)))
        .hasMessageContaining("https://chat.example.com");
  }
}
