package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bench.replay.DeskThread.Shown;
import io.threadbridge.bench.replay.Fault.Kind;
import io.threadbridge.bench.replay.Played.Heard;
import io.threadbridge.bench.replay.Played.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static final Script SCRIPT = new Script(7, new Dialogue("d7", List.of("hi", "ok", "ok")));
  private static final List<String> LINES = List.of("hi", "ok", "ok");
  private static final List<String> ANSWERS = List.of("Answer 1", "Answer 2", "Answer 3");

  @Test
  void whatIsRightHasNoFaults() {
    assertThat(kinds(LINES, ANSWERS)).isEmpty();
  }

  @Test
  void aLostLineIsFound() {
    assertThat(kinds(List.of("hi", "ok"), ANSWERS)).containsExactly(Kind.LOST);
  }

  @Test
  void aDoubledLineIsFoundAlsoWhereTheSameWasSaidTwice() {
    assertThat(kinds(List.of("hi", "ok", "ok", "ok"), ANSWERS)).containsExactly(Kind.DOUBLED);
  }

  @Test
  void swappedLinesAreFound() {
    assertThat(kinds(List.of("ok", "hi", "ok"), ANSWERS)).containsExactly(Kind.SWAPPED);
  }

  @Test
  void anAlteredLineIsFoundAsLostAndAsAltered() {
    assertThat(kinds(List.of("hi", "ok ", "ok"), ANSWERS)).containsExactly(Kind.LOST, Kind.ALTERED);
  }

  @Test
  void aLostAnswerIsFound() {
    assertThat(kinds(LINES, List.of("Answer 1", "Answer 3"))).containsExactly(Kind.LOST);
  }

  @Test
  void aDoubledAnswerIsFound() {
    assertThat(kinds(LINES, List.of("Answer 1", "Answer 2", "Answer 2", "Answer 3")))
        .containsExactly(Kind.DOUBLED);
  }

  @Test
  void swappedAnswersAreFound() {
    assertThat(kinds(LINES, List.of("Answer 2", "Answer 1", "Answer 3")))
        .containsExactly(Kind.SWAPPED);
  }

  @Test
  void anAnswerOfAnotherConversationIsFound() {
    assertThat(kinds(LINES, List.of("Answer 1", "Answer 2", "Answer 3", "Answer 1 to Visitor 8")))
        .containsExactly(Kind.ALTERED);
  }

  @Test
  void aThreadThatIsMissingOrDoubledOrNobodysIsFound() {
    DeskThread thread = thread("Visitor 7", "C0BENCH7", LINES, true);
    Played played = played(ANSWERS, List.of());
    assertThat(kinds(played, Map.of())).containsExactly(Kind.LOST);
    assertThat(kinds(played, Map.of("Visitor 7", List.of(thread, thread))))
        .containsExactly(Kind.DOUBLED);
    assertThat(kinds(played, Map.of("Visitor 7", List.of(thread), "Visitor 8", List.of(thread))))
        .containsExactly(Kind.ALTERED);
  }

  @Test
  void aThreadInAForeignChannelIsFound() {
    DeskThread thread = thread("Visitor 7", "C0BENCH8", LINES, true);
    assertThat(kinds(played(ANSWERS, List.of()), Map.of("Visitor 7", List.of(thread))))
        .containsExactly(Kind.ALTERED);
  }

  @Test
  void aNotificationThatSaysSomethingElseIsFound() {
    DeskThread thread = thread("Visitor 7", "C0BENCH7", LINES, false);
    assertThat(kinds(played(ANSWERS, List.of()), Map.of("Visitor 7", List.of(thread))))
        .containsExactly(Kind.ALTERED);
  }

  @Test
  void aVisitorsTroubleIsAFault() {
    DeskThread thread = thread("Visitor 7", "C0BENCH7", LINES, true);
    assertThat(kinds(played(ANSWERS, List.of("no answer")), Map.of("Visitor 7", List.of(thread))))
        .containsExactly(Kind.TROUBLE);
  }

  @Test
  void whatCannotBeReadIsNotExpected() {
    assertThat(Checker.expected(new Said(" a\u0000b\u202e\r\nc ", 0, 0))).isEqualTo("ab\nc");
  }

  private static List<Kind> kinds(List<String> shown, List<String> heard) {
    DeskThread thread = thread("Visitor 7", "C0BENCH7", shown, true);
    return kinds(played(heard, List.of()), Map.of("Visitor 7", List.of(thread)));
  }

  private static List<Kind> kinds(Played played, Map<String, List<DeskThread>> threads) {
    return Checker.check(List.of(played), threads).stream().map(Fault::kind).toList();
  }

  private static Played played(List<String> heard, List<String> troubles) {
    List<Said> said = LINES.stream().map(text -> new Said(text, 0, 1)).toList();
    List<Heard> answers = heard.stream().map(text -> new Heard(text, 2)).toList();
    return new Played(SCRIPT, true, said, answers, 0, 0, troubles);
  }

  private static DeskThread thread(
      String visitor, String channel, List<String> lines, boolean agree) {
    return new DeskThread(channel, visitor, List.of(1L), shown(lines), shown(ANSWERS), agree);
  }

  private static List<Shown> shown(List<String> texts) {
    return texts.stream().map(text -> new Shown(text, 1)).toList();
  }
}
