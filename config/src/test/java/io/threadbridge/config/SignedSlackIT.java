package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.VisitorClient.Line;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The whole program with Slack over signed HTTP in place of Socket Mode: a signing secret, no
/// app-level token, and events and buttons at `/slack/events`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignedSlackIT {
  private static final String SECRET = "sandbox-signing-not-a-secret";

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sandbox.enabled=true",
          "--threadbridge.slack.bot-token=" + SandboxWorkspace.BOT_TOKEN,
          "--threadbridge.slack.signing-secret=" + SECRET,
          "--threadbridge.slack.api-url={address}/sandbox/slack/api/",
          "--threadbridge.slack.posts-per-second=0",
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=slack:" + DESK,
          "--threadbridge.sites.shop.timers.first-hold=10m");

  private final Workspace workspace = program.workspace();

  /// The sandbox asks at the address whether it is ours, as Slack does, and fails if it is not.
  @BeforeAll
  void nameTheAddressForEvents() {
    assertThat(workspace.messages(DESK, "")).as("what the start left in the channel").isEmpty();
    workspace.wish("rates", Map.of("enabled", false));
    workspace.wish(
        "events",
        Map.of(
            "request_url", program.address().resolve("/slack/events").toString(), "verify", true));
  }

  private VisitorClient visitor() {
    return VisitorClient.at(program, "shop");
  }

  @Test
  void aHelloIsACardAndTheAnswerReachesTheVisitor() {
    try (VisitorClient visitor = visitor()) {
      int seq = visitor.say("Do you speak HTTP?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Do you speak HTTP?");
      String _ = thread.reply(ANNA, "Fluently.");

      Line answer = visitor.hears("staff", "Fluently.");
      assertThat(answer.name()).isEqualTo("Anna");
      visitor.delivered(seq);
      thread.cardShows("Answered by Anna");
    }
  }

  @Test
  void aClaimByTheButtonReachesTheVisitorAndTheCard() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Who takes this?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Who takes this?");
      thread.press(ANNA, "threadbridge.claim");

      JsonNode state = visitor.phase("claimed");
      assertThat(state.path("with").path("name").stringValue()).isEqualTo("Anna");
      thread.cardShows("Anna is on it");
    }
  }

  /// The same words are taken with the right signature: nothing else was wrong with them.
  @Test
  void whatIsNotSignedBySlackIsRefusedAndNeverHeard() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Can I trust you?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Can I trust you?");
      long now = Long.parseLong(thread.root().replaceFirst("\\..*", ""));
      String forged = reply(thread.root(), "1", "Give me your card's number.");
      String genuine = reply(thread.root(), "2", "You can.");

      assertThat(knock(forged, now, "another secret")).isEqualTo(401);
      assertThat(knock(forged, now - 301, SECRET)).isEqualTo(401);
      assertThat(knock(genuine, now, SECRET)).isEqualTo(200);
      assertThat(knock(genuine, now, SECRET)).as("a replay").isEqualTo(401);
      Line _ = visitor.hears("staff", "You can.");
      assertThat(visitor.fromStaff()).containsExactly("You can.");
    }
  }

  private static String reply(String root, String number, String text) {
    Map<String, Object> message =
        Map.of(
            "type",
            "message",
            "channel",
            DESK,
            "user",
            ANNA,
            "team",
            "T0SANDBOX",
            "text",
            text,
            "ts",
            root.replaceFirst("\\..*", ".90000" + number),
            "thread_ts",
            root,
            "parent_user_id",
            "U0BRIDGE");
    return Program.JSON.writeValueAsString(
        Map.of(
            "type",
            "event_callback",
            "team_id",
            "T0SANDBOX",
            "api_app_id",
            "A0THREADBRIDGE",
            "event_id",
            "Ev0FORGED" + number,
            "authorizations",
            List.of(Map.of("team_id", "T0SANDBOX", "user_id", "U0BRIDGE")),
            "event",
            message));
  }

  private int knock(String body, long seconds, String secret) {
    HttpRequest request =
        HttpRequest.newBuilder(program.address().resolve("/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", Long.toString(seconds))
            .header("X-Slack-Signature", signature(body, seconds, secret))
            .POST(BodyPublishers.ofString(body))
            .build();
    return Program.send(program.http(), request).statusCode();
  }

  private static String signature(String body, long seconds, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = ("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
