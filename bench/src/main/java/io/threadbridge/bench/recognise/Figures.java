package io.threadbridge.bench.recognise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What was found in some recorded lines, against their labels.
///
/// @param lines how many
/// @param greetings bare greetings
/// @param farewells farewells; lines labelled as thanks or as a refusal are not counted
/// @param requests first messages with a request label, without those of which nothing is left once
///     greeting words and names are removed
/// @param onlyGreeting so many are left out for that
/// @param taken so many of the requests were taken for a bare greeting
/// @param time that a visitor's line takes, both questions together
/// @param promiseTime that the same line takes when a promise is looked for in it
record Figures(
    long lines,
    Tally greetings,
    Tally farewells,
    long requests,
    long onlyGreeting,
    long taken,
    Spell time,
    Spell promiseTime) {
  private static final double GREETING_PRECISION = 0.985;
  private static final double GREETING_RECALL = 0.97;
  private static final double FAREWELL_PRECISION = 0.95;
  private static final double FAREWELL_RECALL = 0.95;
  private static final double TAKEN_BELOW = 1.0 / 200;
  private static final long SLOW_NANOS_MAX = 1_000_000;
  private static final Set<String> NEITHER = Set.of("thankyou", "rejection");

  static Figures of(List<Judged> judged) {
    List<Judged> requests = judged.stream().filter(one -> one.line().isStatedAtOnce()).toList();
    long onlyGreeting = requests.stream().filter(Figures::onlyGreets).count();
    long taken =
        requests.stream().filter(Judged::isGreeting).filter(one -> !onlyGreets(one)).count();
    return new Figures(
        judged.size(),
        tally(judged.stream(), "openinggreeting", Judged::isGreeting),
        tally(
            judged.stream().filter(one -> NEITHER.stream().noneMatch(one.line()::is)),
            "closinggreeting",
            Judged::isFarewell),
        requests.size() - onlyGreeting,
        onlyGreeting,
        taken,
        Spell.of(judged.stream().mapToLong(Judged::nanos)),
        Spell.of(judged.stream().mapToLong(Judged::promiseNanos)));
  }

  private static boolean onlyGreets(Judged judged) {
    return GreetingWords.areAllOf(judged.line().text());
  }

  private static Tally tally(Stream<Judged> judged, String label, Predicate<Judged> says) {
    List<Judged> all = judged.toList();
    return new Tally(
        all.stream().filter(one -> one.line().is(label)).count(),
        all.stream().filter(says).count(),
        all.stream().filter(one -> one.line().is(label)).filter(says).count());
  }

  /// The share of stated problems that were taken for a bare greeting.
  double takenShare() {
    return requests == 0 ? 0 : (double) taken / requests;
  }

  /// The targets that are missed, in words.
  List<String> missed() {
    return Stream.of(
            target("greeting precision", greetings.precision() >= GREETING_PRECISION),
            target("greeting recall", greetings.recall() >= GREETING_RECALL),
            target("farewell precision", farewells.precision() >= FAREWELL_PRECISION),
            target("farewell recall", farewells.recall() >= FAREWELL_RECALL),
            target("requests taken for a greeting", takenShare() < TAKEN_BELOW),
            target("time", time.slowNanos() < SLOW_NANOS_MAX),
            target("time for a promise", promiseTime.slowNanos() < SLOW_NANOS_MAX))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> target(String name, boolean met) {
    return met ? Optional.empty() : Optional.of(name);
  }
}
