package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.StaffHands.CardThread;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Staff who are quicker than Teams' answer to the card: they see it and act, and for three seconds
/// nobody but Teams knows whose thread that is. Through the whole program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuickStaffIT {
  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=" + Platform.TEAMS.desk(),
          "--threadbridge.sites.shop.timers.first-hold=10m");

  private void theCardsAnswer(String fault) {
    program
        .workspace()
        .wish(
            "teams/faults",
            Map.of("kind", fault, "operation", "create", "millis", 3_000, "times", 1));
  }

  private CardThread card(String words) {
    return Platform.TEAMS.hands(program).thread(words);
  }

  @Test
  void aReplyReachesTheVisitor() {
    theCardsAnswer("commit_late");
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say("Do you sell quills?");
      String _ = card("Do you sell quills?").write(Colleague.ANNA, "Goose and swan.");
      assertThat(visitor.hearsFrom("staff").text()).isEqualTo("Goose and swan.");
    }
  }

  @Test
  void aReplyToUsByNameReachesTheVisitorAndIsNoCommand() {
    theCardsAnswer("commit_late");
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say("Do you sell ink?");
      CardThread thread = card("Do you sell ink?");
      String _ = thread.write(Colleague.ANNA, "@bot Black and blue.");
      assertThat(visitor.hearsFrom("staff").text()).isEqualTo("Black and blue.");
      assertThat(thread.posts()).isEmpty();
    }
  }

  @Test
  void aCheckMarkCloses() {
    theCardsAnswer("commit_late");
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say("Thank you, the parcel came.");
      card("Thank you, the parcel came.").react(Colleague.ANNA, "a check mark");
      visitor.phase("closed");
    }
  }

  /// The answer is lost, so the card is posted once more; nobody can know the first one.
  @Test
  void whoAnswersAtTheFirstOfTwoCardsIsToldToUseTheSecond() {
    theCardsAnswer("commit_slow");
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int seq = visitor.say("Do you sell blotting paper?");
      StaffHands hands = Platform.TEAMS.hands(program);
      CardThread first = hands.thread("Do you sell blotting paper?");
      String _ = first.write(Colleague.ANNA, "By the sheet.");
      Eventually.holds(
          "Anna is told",
          () ->
              hands.privateWords(Colleague.ANNA).stream().anyMatch(w -> w.contains("sent twice")));
      visitor.delivered(seq);
      CardThread second = hands.thread("Do you sell blotting paper?");
      String _ = second.write(Colleague.ANNA, "By the sheet or the box.");
      assertThat(visitor.hearsFrom("staff").text()).isEqualTo("By the sheet or the box.");
      assertThat(visitor.fromStaff()).hasSize(1);
    }
  }
}
