package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.Digest.Slot;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a digest goes on with: how it was before, when it was busiest, who went without an answer,
/// and what it took to find somebody.
final class OtherNews {
  private static final double HALF = 0.5;

  private final DigestTerms terms;

  OtherNews(DigestTerms terms) {
    this.terms = terms;
  }

  /// Several sentences in one line; blank if there is nothing to say.
  String line(Digest digest) {
    return Stream.of(
            earlier(digest.earlier()),
            busiest(digest),
            unanswered(digest),
            terms.counted("digest.left", digest.count(Kind.ENDED_LEFT)),
            terms.counted("digest.missed", digest.count(Kind.MISSED)),
            steps(digest),
            woken(digest))
        .flatMap(Optional::stream)
        .collect(joining(" "));
  }

  private Optional<String> earlier(Figures earlier) {
    long wrote = earlier.total().of(Kind.BEGUN);
    Distribution answers = earlier.of(Measure.FIRST_ANSWER);
    return answers
        .percentile(HALF)
        .filter(_ -> wrote > 0)
        .map(terms::within)
        .map(
            half ->
                terms.said(
                    "digest.earlier",
                    Map.of("count", wrote, "answers", answers.count(), "half", half)));
  }

  private Optional<String> busiest(Digest digest) {
    return digest
        .busiest()
        .map(
            slot ->
                terms.said(
                    "digest.busiest",
                    Map.of("hour", terms.hour(digest, slot), "count", slot.count())));
  }

  private Optional<String> unanswered(Digest digest) {
    long count = digest.count(Kind.FIRST_UNANSWERED);
    if (count == 0) {
      return Optional.empty();
    }
    List<Slot> slots = digest.unanswered();
    boolean all = slots.stream().mapToLong(Slot::count).sum() == count;
    String hours =
        slots.stream().map(slot -> terms.hour(digest, slot)).collect(joining(", "))
            + (all ? "" : " …");
    return Optional.of(terms.said("digest.unanswered", Map.of("count", count, "hours", hours)));
  }

  /// How far the staff's clock went; the webhook is nothing that a colleague would tell of.
  private Optional<String> steps(Digest digest) {
    long held =
        digest.count(Kind.HELD_ONCE)
            + digest.count(Kind.HELD_TWICE)
            + digest.count(Kind.HELD_THRICE);
    return terms.listed(
        "digest.steps",
        "steps",
        Stream.of(
            terms.counted("digest.step.held", held),
            terms.counted("digest.step.nudged", digest.count(Kind.CLAIMER_NUDGED)),
            terms.counted("digest.step.desk", digest.count(Kind.DESK_CALLED)),
            terms.counted("digest.step.overflow", digest.count(Kind.OVERFLOW_CALLED)),
            terms.counted("digest.step.manager", digest.count(Kind.MANAGER_TOLD))));
  }

  private Optional<String> woken(Digest digest) {
    long count = digest.count(Kind.ON_CALL_WOKEN) + digest.count(Kind.NEXT_WOKEN);
    Distribution came = digest.figures().of(Measure.WOKEN);
    String within = terms.within(came.percentile(HALF).orElse(Duration.ZERO));
    return count == 0
        ? Optional.empty()
        : Optional.of(
            terms.said(
                "digest.woken", Map.of("count", count, "came", came.count(), "within", within)));
  }
}
