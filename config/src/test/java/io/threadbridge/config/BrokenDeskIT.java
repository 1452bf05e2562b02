package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Desks that somebody must mend: an unknown channel, one without the bot, a missing scope. What
/// visitors say meanwhile is kept, the health says what to do, and after the mend all of it
/// arrives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenDeskIT {
  /// A broken desk is tried again every half minute.
  private static final Duration TRIED_AGAIN = Duration.ofSeconds(90);

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=slack:" + Workspace.DESK,
          "--threadbridge.sites.without.origins={address}",
          "--threadbridge.sites.without.desk=slack:C0NOBOT",
          "--threadbridge.sites.nowhere.origins={address}",
          "--threadbridge.sites.nowhere.desk=slack:C0NOWHERE");

  private final Workspace workspace = program.workspace();

  @Test
  void whatIsSaidToABrokenDeskIsKeptAndArrivesAfterTheMend() {
    try (VisitorClient unknown = VisitorClient.at(program, "nowhere");
        VisitorClient uninvited = VisitorClient.at(program, "without");
        VisitorClient unscoped = VisitorClient.at(program, "shop")) {
      int first = unknown.say("To nowhere.");
      int second = uninvited.say("To those without a bot.");
      healthSays("slack:C0NOWHERE", "channel_not_found: Check the channel's id");
      healthSays("slack:C0NOBOT", "not_in_channel: Invite the app");
      workspace.wish("scopes", Map.of("remove", List.of("chat:write")));
      int third = unscoped.say("To those without a scope.");
      healthSays("slack:" + Workspace.DESK, "missing_scope: Add the scope chat:write");
      assertThat(health()).isEqualTo("DOWN");
      int fourth = unknown.say("Still there?");

      workspace.wish("scopes", Map.of("add", List.of("chat:write")));
      workspace.wish("channel", Map.of("channel", "C0NOBOT", "bot", true));
      workspace.wish("channel", Map.of("channel", "C0NOWHERE", "name", "nowhere", "bot", true));

      Eventually.gives(
          "health after the mend",
          TRIED_AGAIN,
          () -> health().equals("UP") ? Optional.of(true) : Optional.empty());
      uninvited.delivered(second);
      unscoped.delivered(third);
      unknown.delivered(fourth);
      arrivedOnce("C0NOWHERE", "To nowhere.");
      arrivedOnce("C0NOBOT", "To those without a bot.");
      arrivedOnce(Workspace.DESK, "To those without a scope.");
      Workspace.DeskThread thread = workspace.thread("C0NOWHERE", "To nowhere.");
      assertThat(thread.relayed("Still there?").path("ts").stringValue())
          .isGreaterThan(thread.root());
      String _ = thread.reply(Workspace.ANNA, "Here we are.");
      assertThat(unknown.hears("staff", "Here we are.").seq()).isGreaterThan(first);
    }
  }

  private void healthSays(String desk, String what) {
    Eventually.holds(
        desk + " in the health: " + what,
        () -> observed().path("details").path(desk).stringValue("").startsWith(what));
  }

  private JsonNode observed() {
    return program.health().path("components").path("observations");
  }

  private String health() {
    return observed().path("status").stringValue("");
  }

  private void arrivedOnce(String channel, String words) {
    assertThat(
            workspace.messages(channel, "").stream()
                .filter(message -> message.toString().contains(words)))
        .hasSize(1);
  }
}
