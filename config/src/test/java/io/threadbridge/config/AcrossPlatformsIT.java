package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.StaffHands.CardThread;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A conversation that is handed over from a desk in Slack to one in Teams, and back, through the
/// whole program.
final class AcrossPlatformsIT {
  private static final String FIRST_WORDS = "Can you mend my oar?";

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=" + Platform.SLACK.desk(),
          "--threadbridge.sites.shop.desks.workshop=" + Platform.TEAMS.desk());

  @Test
  void aConversationGoesFromSlackToTeamsAndBack() {
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say(FIRST_WORDS);
      CardThread slack = Platform.SLACK.hands(program).thread(FIRST_WORDS);
      String _ = slack.write(Colleague.ANNA, "I ask the workshop.");
      visitor.hears("staff", "I ask the workshop.");
      slack.choose(Colleague.ANNA, "To another desk", "workshop");

      CardThread teams = Platform.TEAMS.hands(program).thread(FIRST_WORDS);
      shows(teams, "Anna: I ask the workshop.");
      says(slack, "Moved to workshop");
      String _ = teams.write(Colleague.BEN, "Yes, by Friday.");
      visitor.hears("staff", "Yes, by Friday.");
      int _ = visitor.say("And what does it cost?");
      shows(teams, "And what does it cost?");
      String _ = slack.write(Colleague.ANNA, "Nobody reads this.");

      teams.choose(Colleague.BEN, "To another desk", "shop");
      says(teams, "Moved to shop");
      CardThread again = Platform.SLACK.hands(program).thread(FIRST_WORDS);
      shows(again, "Yes, by Friday.");
      String _ = again.write(Colleague.ANNA, "Forty euros.");
      visitor.hears("staff", "Forty euros.");
      assertThat(visitor.fromStaff())
          .isEqualTo(List.of("I ask the workshop.", "Yes, by Friday.", "Forty euros."));
    }
  }

  private static void shows(CardThread thread, String words) {
    Eventually.holds(
        "a post with " + words,
        () -> thread.posts().stream().anyMatch(post -> post.contains(words)));
  }

  private static void says(CardThread thread, String words) {
    Eventually.holds("a card with " + words, () -> thread.card().contains(words));
  }
}
