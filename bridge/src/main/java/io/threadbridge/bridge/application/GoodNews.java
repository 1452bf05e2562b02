package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a digest begins with: who wrote, who was answered and how fast, and what came of it.
final class GoodNews {
  /// From so many answers on nine in ten are more than a few.
  private static final int MANY = 10;

  private static final double HALF = 0.5;
  private static final double MOST = 0.9;

  private final DigestTerms terms;

  GoodNews(DigestTerms terms) {
    this.terms = terms;
  }

  /// Several sentences in one line.
  String line(Digest digest) {
    return Stream.of(
            Optional.of(wrote(digest)),
            firstAnswers(digest.firstAnswers()),
            shares(digest),
            signsOfLife(digest),
            promises(digest),
            rating(digest),
            terms.counted("digest.leads-done", digest.count(Kind.LEAD_DONE)),
            terms.counted("digest.reopened", digest.count(Kind.REOPENED)),
            duration(digest.figures().of(Measure.DURATION)))
        .flatMap(Optional::stream)
        .collect(joining(" "));
  }

  private String wrote(Digest digest) {
    long wrote = digest.wrote();
    long answered = digest.answered();
    if (digest.isAllAnswered()) {
      return terms.said("digest.wrote-all", Map.of("count", wrote));
    }
    if (wrote == 0) {
      return terms
          .counted("digest.answered-only", answered)
          .orElseGet(() -> terms.said("digest.nobody", Map.of()));
    }
    return answered == 0
        ? terms.said("digest.wrote-only", Map.of("count", wrote))
        : terms.said("digest.wrote-some", Map.of("count", wrote, "answered", answered));
  }

  private Optional<String> firstAnswers(Distribution answers) {
    Optional<String> longest = answers.longest().map(terms::within);
    if (longest.isEmpty()) {
      return Optional.empty();
    }
    String all = longest.get();
    String half = answers.percentile(HALF).map(terms::within).orElse(all);
    String most = answers.percentile(MOST).map(terms::within).orElse(all);
    long count = answers.count();
    if (count == 1 || half.equals(all)) {
      String key = count == 1 ? "digest.first.one" : "digest.first.all";
      return Optional.of(terms.said(key, Map.of("longest", all)));
    }
    return Optional.of(
        count < MANY || most.equals(all)
            ? terms.said("digest.first.few", Map.of("half", half, "longest", all))
            : terms.said("digest.first.many", Map.of("half", half, "most", most, "longest", all)));
  }

  private Optional<String> shares(Digest digest) {
    return digest.percent(Kind.ANSWERED_IN_A_MINUTE).stream()
        .mapToObj(
            minute ->
                terms.said(
                    "digest.shares",
                    Map.of("soon", digest.percent(Kind.ANSWERED_SOON).orElse(0), "minute", minute)))
        .findFirst();
  }

  /// Worth a word only where a sign of life came before the answer did.
  private Optional<String> signsOfLife(Digest digest) {
    Duration answer = digest.firstAnswers().longest().orElse(Duration.ZERO);
    return digest
        .figures()
        .of(Measure.SILENCE)
        .longest()
        .filter(silence -> silence.compareTo(answer) < 0)
        .map(silence -> terms.said("digest.silence", Map.of("longest", terms.within(silence))));
  }

  /// One that was made the evening before is kept or late today, and is not made today.
  private Optional<String> promises(Digest digest) {
    return terms.listed(
        "digest.promises",
        "promises",
        Stream.of(
            terms.counted("digest.promise.made", digest.count(Kind.PROMISE_MADE)),
            terms.counted("digest.promise.kept", digest.count(Kind.PROMISE_KEPT)),
            terms.counted("digest.promise.late", digest.count(Kind.PROMISE_LATE))));
  }

  private Optional<String> rating(Digest digest) {
    return digest
        .rating()
        .map(
            rating ->
                terms.said(
                    "digest.rating",
                    Map.of(
                        "rating", rating.average(),
                        "count", rating.count(),
                        "comments", digest.count(Kind.COMMENTED))));
  }

  /// Of a few it says nothing.
  private Optional<String> duration(Distribution lengths) {
    return lengths
        .percentile(HALF)
        .filter(_ -> lengths.count() >= Digest.SHARE_MIN)
        .map(half -> terms.said("digest.duration", Map.of("half", terms.within(half))));
  }
}
