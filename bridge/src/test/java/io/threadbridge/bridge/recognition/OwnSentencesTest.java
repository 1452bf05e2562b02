package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How much of what people say is understood in each language, on sentences of our own beside near
/// misses: precision and recall, each with a floor. The figures are left in
/// `target/own-sentences.md`.
class OwnSentencesTest {
  private static final int EACH_MIN = 30;

  /// Rather none than a wrong one.
  private static final double PRECISION_MIN = 0.95;

  /// *Morning!* alone stays unclear on purpose: customers also answer so.
  private static final double RECALL_MIN = 0.85;

  private static final double PROMISE_RECALL_MIN = 0.9;
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// A Monday, 12:00 in Helsinki.
  private static final Instant NOON = Instant.parse("2026-03-02T10:00:00Z");

  /// Of one kind in one language: what is it, what was taken for it, and what went wrong.
  private record Found(String kind, int are, int said, int both, List<String> wrong) {
    double precision() {
      return said == 0 ? 0 : (double) both / said;
    }

    double recall() {
      return (double) both / are;
    }

    String row(String code) {
      return String.format(
          Locale.ROOT, "| %s | %s | %d | %.3f | %.3f |%n", code, kind, are, precision(), recall());
    }
  }

  private static Stream<String> languages() {
    return Words.files().sequencedKeySet().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void promisesAreHeardAndNothingElseIsTakenForOne(String code) {
    Found promises = promises(SentencesFile.of(code));
    assertThat(promises.precision()).as("precision; wrong: %s", promises.wrong).isEqualTo(1);
    assertThat(promises.recall())
        .as("recall; wrong: %s", promises.wrong)
        .isGreaterThan(PROMISE_RECALL_MIN);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void greetingsAndEndingsAreToldFromEverythingElse(String code) {
    assertThat(visitors(SentencesFile.of(code)))
        .allSatisfy(
            found -> {
              assertThat(found.precision()).as("%s", found).isGreaterThan(PRECISION_MIN);
              assertThat(found.recall()).as("%s", found).isGreaterThan(RECALL_MIN);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachLanguageHasEnoughOfEach(String code) {
    SentencesFile file = SentencesFile.of(code);
    assertThat(file.under("promise").size() + file.under("no promise").size())
        .isGreaterThanOrEqualTo(EACH_MIN);
    assertThat(file.under("greeting").size() + file.under("stated").size())
        .isGreaterThanOrEqualTo(EACH_MIN);
  }

  @Test
  void theFiguresAreWrittenDown() throws IOException {
    StringBuilder table =
        new StringBuilder("| language | kind | sentences | precision | recall |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (String code : languages().toList()) {
      SentencesFile file = SentencesFile.of(code);
      visitors(file).forEach(found -> table.append(found.row(code)));
      table.append(promises(file).row(code));
    }
    Path written = Files.createDirectories(Path.of("target")).resolve("own-sentences.md");
    Files.writeString(written, table);
    assertThat(written).content().contains("| de | promise |");
  }

  private static List<Found> visitors(SentencesFile file) {
    Words words = Words.standard();
    List<String> endings = List.of("farewell", "thanks", "nothing else");
    List<Found> found = new ArrayList<>();
    found.add(
        found(
            "greeting",
            file.under("greeting"),
            file.under("stated"),
            text -> words.opener(text) == Opener.BARE_GREETING));
    for (String ending : endings) {
      ClosingKind kind = ClosingKind.valueOf(ending.toUpperCase(Locale.ROOT).replace(' ', '_'));
      List<String> others = new ArrayList<>(file.under("no ending"));
      endings.stream().filter(one -> !one.equals(ending)).map(file::under).forEach(others::addAll);
      found.add(
          found(
              ending,
              file.under(ending),
              others,
              text -> words.closing(text).equals(Optional.of(kind))));
    }
    return found;
  }

  private static Found found(
      String kind, List<String> are, List<String> others, Predicate<String> says) {
    List<String> missed = are.stream().filter(says.negate()).toList();
    List<String> taken = others.stream().filter(says).toList();
    int both = are.size() - missed.size();
    List<String> wrong = new ArrayList<>(missed);
    wrong.addAll(taken);
    return new Found(kind, are.size(), both + taken.size(), both, wrong);
  }

  /// A promise counts as found only with its right length.
  private static Found promises(SentencesFile file) {
    List<String> wrong = new ArrayList<>();
    int said = 0;
    int both = 0;
    for (String line : file.under("promise")) {
      String[] sides = line.split("\\|", 2);
      Duration length = Duration.ofMinutes(Long.parseLong(sides[0].strip()));
      Optional<BackIn> promise = Words.standard().promise(sides[1].strip(), NOON, HELSINKI);
      said += promise.isPresent() ? 1 : 0;
      if (promise.equals(Optional.of(new BackIn(length)))) {
        both++;
      } else {
        wrong.add(line);
      }
    }
    for (String line : file.under("no promise")) {
      if (Words.standard().promise(line, NOON, HELSINKI).isPresent()) {
        said++;
        wrong.add(line);
      }
    }
    return new Found("promise", file.under("promise").size(), said, both, wrong);
  }
}
