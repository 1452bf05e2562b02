package io.threadbridge.config;

import static io.threadbridge.sandbox.slack.SandboxIds.ANNA;
import static io.threadbridge.sandbox.slack.SandboxIds.OVERFLOW;
import static io.threadbridge.sandbox.slack.SandboxIds.WEBSITE_CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.Workspace.DeskThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A conversation that is handed over to another channel and back, through the whole program.
final class MovedConversationIT {
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=slack:" + WEBSITE_CHAT,
          "--threadbridge.sites.shop.desks.workshop=slack:" + OVERFLOW);

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void aConversationGoesToAnotherChannelAndBack() {
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say("Can you mend my oar?");
      DeskThread first = program.workspace().thread(WEBSITE_CHAT, "Can you mend my oar?");
      String _ = first.reply(ANNA, "I ask the workshop.");
      visitor.hears("staff", "I ask the workshop.");
      String _ = first.reply(ANNA, "!move workshop");

      DeskThread second = program.workspace().thread(OVERFLOW, "Can you mend my oar?");
      assertThat(second.relayed("Anna: I ask the workshop.").toString())
          .contains("The conversation so far");
      first.cardShows("Moved to workshop");
      first.cardShows("Go on there");
      assertThat(first.card().toString()).doesNotContain("threadbridge.claim");
      assertThat(visitor.hearsFrom("bridge").text()).startsWith("Colleagues who know more");

      String _ = first.reply(ANNA, "Nobody reads this.");
      String _ = second.reply(ANNA, "Yes, by Friday.");
      visitor.hears("staff", "Yes, by Friday.");
      int _ = visitor.say("Thank you. And what does it cost?");
      assertThat(second.relayed("what does it cost").toString()).isNotEmpty();

      String _ = second.reply(ANNA, "!move shop");
      second.cardShows("Moved to shop");
      assertThat(visitor.fromStaff()).containsExactly("I ask the workshop.", "Yes, by Friday.");
    }
  }
}
