package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Facts;
import io.threadbridge.bridge.figures.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Facts that no story tells: calls that the usual clock does not make, and comments.
final class FactsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final NotStarted ASKED = Walks.notStarted(NOON);

  @Test
  void anotherDeskAndTheWebhookAreCalledOnce() {
    Conversation waiting = begun();
    DeskRef other = new DeskRef("teams:T/C9");
    Decision.Move move =
        Decision.Move.to(waiting)
            .owe(new Effect.CallDesk(other))
            .owe(new Effect.CallHook())
            .owe(new Effect.CallDesk(new DeskRef("slack:C1")));

    assertThat(kinds(waiting, move))
        .containsExactly(Kind.OVERFLOW_CALLED, Kind.HOOK_CALLED, Kind.DESK_CALLED);
  }

  @Test
  void theSecondWhoIsWokenInOneStepIsTheNext() {
    Conversation waiting = begun();
    Decision.Move move =
        Decision.Move.to(waiting)
            .owe(woken("U1", TextKey.TOLD_ON_CALL))
            .owe(woken("U2", TextKey.TOLD_ON_CALL))
            .owe(woken("U3", TextKey.TOLD_MANAGER))
            .owe(woken("U4", TextKey.TOLD_HANDED_OVER));

    assertThat(kinds(waiting, move))
        .containsExactly(Kind.ON_CALL_WOKEN, Kind.NEXT_WOKEN, Kind.MANAGER_TOLD);
  }

  @Test
  void aCommentIsCountedAndNotKept() {
    Progress progress = Progress.begin(ASKED.opening(), NOON);
    Closed closed = new Closed(ASKED.opening(), progress, NOON, CloseReason.SILENT);
    Verdict rated = progress.verdict().rated(new Rating(4, "Nice people."));
    Decision.Move move = Decision.Move.to(closed.with(progress.with(rated)));

    assertThat(kinds(closed, move)).containsExactly(Kind.RATED_4, Kind.COMMENTED);
    assertThat(Facts.of(closed, rating(), move, NOON).toString()).doesNotContain("Nice");
  }

  @Test
  void aLeadThatNobodyTicksOffLapses() {
    Lead lead = new Lead(Lead.Way.EMAIL, Optional.of("me@visitor.example"), NOON);
    Progress progress = Progress.begin(ASKED.opening(), NOON).withLead(Optional.of(lead));
    Deferral deferral = Deferral.begin(NOON, Policy.DEFAULT);
    Conversation deferred = new Conversation.Deferred(ASKED.opening(), progress, deferral);
    TimeEvent woke = new TimeEvent.Woke(deferral.until(), VisitorFacts.THERE, SiteFacts.OPEN);
    Decision.Move move =
        (Decision.Move) new ConversationRules(Policy.DEFAULT).decide(deferred, woke);

    assertThat(Facts.of(deferred, woke, move, woke.at()))
        .containsExactly(Fact.of(Kind.ENDED_LEAD_EXPIRED), Fact.of(Kind.LEAD_LAPSED));
  }

  private static Conversation begun() {
    VisitorEvent wrote = new VisitorEvent.Wrote(NOON, "say", "Do you deliver?");
    return ((Decision.Move) new ConversationRules(Policy.DEFAULT).decide(ASKED, wrote)).next();
  }

  private static Effect woken(String id, TextKey key) {
    return new Effect.CallPerson(new Staff("slack:" + id, id, Optional.empty()), key, Map.of());
  }

  private static VisitorEvent rating() {
    return new VisitorEvent.Rated(NOON, new Rating(4, "Nice people."));
  }

  private static List<Kind> kinds(Conversation before, Decision.Move move) {
    return Facts.of(before, rating(), move, NOON).stream().map(Fact::kind).toList();
  }
}
