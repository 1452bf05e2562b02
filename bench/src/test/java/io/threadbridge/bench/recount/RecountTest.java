package io.threadbridge.bench.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bench.year.CountedYear;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore.Step;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.Journals;
import io.threadbridge.memory.MemoryFiguresStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The recount of a simulated year at a hundredth of its size, and that it would tell a difference.
final class RecountTest {
  private static final SiteName SHOP = new SiteName("shop");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ConversationId ID = new ConversationId("c1");

  @Test
  void everyFigureOfTheYearIsWhatItsJournalsSay() {
    List<Recount> recounts = CountedYear.live(5, 400, 7).toList();

    assertThat(recounts)
        .allSatisfy(
            recount -> {
              assertThat(recount.differences()).isEmpty();
              assertThat(recount.conversations()).isGreaterThanOrEqualTo(400);
              assertThat(recount.numbers()).isGreaterThan(1_000);
            });
  }

  @Test
  void aStepThatWasNotCountedIsTold() {
    Journals journals = journals(begun(NOON), answered(NOON.plusSeconds(5), 5_000));
    MemoryFiguresStore figures = new MemoryFiguresStore();
    figures.count(SHOP, List.of(new Step(ID, 2, NOON, begun(NOON))), NOON);

    assertThat(Recount.of(journals).compare(figures).differences())
        .anyMatch(line -> line.contains("FIRST_ANSWER is 0, not 1"));
  }

  @Test
  void aStepThatWasCountedTwiceIsTold() {
    MemoryFiguresStore figures = new MemoryFiguresStore();
    figures.count(SHOP, List.of(new Step(ID, 2, NOON, begun(NOON))), NOON);
    figures.count(SHOP, List.of(new Step(ID, 3, NOON, begun(NOON))), NOON);

    assertThat(Recount.of(journals(begun(NOON))).compare(figures).differences())
        .anyMatch(line -> line.contains("BEGUN is 2, not 1"));
  }

  @Test
  void aLengthThatIsNotWithinOnePercentIsTold() {
    MemoryFiguresStore figures = new MemoryFiguresStore();
    figures.count(SHOP, List.of(new Step(ID, 2, NOON, answered(NOON, 5_000))), NOON);

    assertThat(Recount.of(journals(answered(NOON, 5_150))).compare(figures).differences())
        .anyMatch(line -> line.contains("FIRST_ANSWER at 0.5"));
  }

  @Test
  void anHourLongerThanTheLongestIsTold() {
    MemoryFiguresStore figures = new MemoryFiguresStore();
    figures.count(SHOP, List.of(new Step(ID, 2, NOON, begun(NOON))), NOON);
    LocalHour hour = LocalHour.of(NOON, ZoneOffset.UTC);
    DeskRef desk = begun(NOON).desk();
    figures.attended(SHOP, desk, Map.of(hour, new Attended(7_200_000, 14_400_000)));
    assertThat(Recount.of(journals(begun(NOON))).compare(figures).differences()).isEmpty();

    figures.attended(SHOP, desk, Map.of(hour, new Attended(7_200_001, 0)));
    assertThat(Recount.of(journals(begun(NOON))).compare(figures).differences())
        .singleElement()
        .asString()
        .contains("knownMillis=7200001");
  }

  private static Journals journals(Noted... steps) {
    List<JournalEntry> entries =
        List.of(steps).stream()
            .map(step -> new JournalEntry(step.at(), "", "", "", Optional.of(step)))
            .toList();
    return reader -> reader.accept(ID, entries);
  }

  private static Noted begun(Instant at) {
    return noted(at, Fact.of(Kind.BEGUN));
  }

  private static Noted answered(Instant at, long millis) {
    return noted(at, new Fact(Kind.FIRST_ANSWER, millis));
  }

  private static Noted noted(Instant at, Fact fact) {
    DeskRef desk = new DeskRef("slack:C1");
    return new Noted(SHOP, desk, at, ZoneOffset.UTC, "en", "/", Optional.empty(), List.of(fact));
  }
}
