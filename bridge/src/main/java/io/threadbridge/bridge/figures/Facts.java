package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.VisitorEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one step of a conversation means for the figures. It follows from the state before, the
/// event and the decision alone, so no rule can forget it; and what a conversation opens it also
/// ends, so that beginnings and ends of all steps agree.
public final class Facts {
  private Facts() {}

  /// The facts of a step.
  ///
  /// @param now the step's moment
  public static List<Fact> of(
      Conversation before, ConversationEvent event, Move move, Instant now) {
    Step step = new Step(before, event, move, now);
    return Stream.of(
            course(step),
            WaitFacts.of(step),
            EscalationFacts.of(step),
            PromiseFacts.of(step),
            lead(step),
            rating(step))
        .flatMap(List::stream)
        .toList();
  }

  /// How conversations begin, end and begin again.
  private static List<Fact> course(Step step) {
    List<Fact> facts = new ArrayList<>();
    boolean wasOpen = step.before() instanceof Started && !(step.before() instanceof Closed);
    boolean isOpen = step.next() instanceof Started && !(step.next() instanceof Closed);
    if (step.before() instanceof NotStarted && isOpen) {
      facts.add(Fact.of(Kind.BEGUN));
    }
    if (step.before() instanceof Closed && isOpen) {
      facts.add(Fact.of(Kind.REOPENED));
    }
    if (step.event() instanceof VisitorEvent.SentForm) {
      facts.add(Fact.of(Kind.FORM_USED));
    }
    if (wasOpen && step.next() instanceof Closed closed) {
      facts.add(ended(closed, step));
      handled(step).ifPresent(facts::add);
    }
    if (wasOpen && step.next() instanceof Erased) {
      facts.add(Fact.of(Kind.ENDED_ERASED));
    }
    return facts;
  }

  private static Fact ended(Closed closed, Step step) {
    Instant begun = closed.progress().begunAt();
    return switch (closed.reason()) {
      case BY_STAFF -> step.since(Kind.ENDED_BY_STAFF, begun);
      case SILENT -> step.since(Kind.ENDED_SILENT, begun);
      case QUIET_ENDING -> step.since(Kind.ENDED_QUIETLY, begun);
      case GONE_AFTER_ANSWER -> step.since(Kind.ENDED_GONE_AFTER_ANSWER, begun);
      case LEFT -> step.since(Kind.ENDED_LEFT, begun);
      case MISSED -> step.since(Kind.ENDED_MISSED, begun);
      case LEAD_DONE -> Fact.of(Kind.ENDED_LEAD_DONE);
      case LEAD_EXPIRED -> Fact.of(Kind.ENDED_LEAD_EXPIRED);
    };
  }

  private static Optional<Fact> handled(Step step) {
    return step.progressBefore()
        .flatMap(
            progress ->
                progress
                    .claim()
                    .flatMap(
                        claim ->
                            progress
                                .counts()
                                .lastStaffAt()
                                .filter(last -> !last.isBefore(claim.at()))
                                .map(last -> Step.between(Kind.HANDLED, claim.at(), last))));
  }

  private static List<Fact> lead(Step step) {
    Optional<Lead> was = step.progressBefore().flatMap(progress -> progress.lead());
    Optional<Lead> is = step.progressAfter().flatMap(progress -> progress.lead());
    if (was.isPresent() == is.isPresent()) {
      return List.of();
    }
    if (is.isPresent()) {
      return List.of(Fact.of(Kind.LEAD_OPENED));
    }
    boolean byPerson = step.event() instanceof StaffEvent;
    return List.of(Fact.of(byPerson ? Kind.LEAD_DONE : Kind.LEAD_LAPSED));
  }

  private static List<Fact> rating(Step step) {
    Optional<Rating> was = step.progressBefore().flatMap(progress -> progress.verdict().rating());
    Optional<Rating> is = step.progressAfter().flatMap(progress -> progress.verdict().rating());
    if (was.isPresent() || is.isEmpty()) {
      return List.of();
    }
    Fact stars = Fact.of(stars(is.get()));
    return is.get().comment().isBlank() ? List.of(stars) : List.of(stars, Fact.of(Kind.COMMENTED));
  }

  private static Kind stars(Rating rating) {
    return switch (rating.stars()) {
      case 1 -> Kind.RATED_1;
      case 2 -> Kind.RATED_2;
      case 3 -> Kind.RATED_3;
      case 4 -> Kind.RATED_4;
      default -> Kind.RATED_5;
    };
  }
}
