package io.threadbridge.config;

import static io.threadbridge.config.Colleague.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;

/// What people at the desk do and see, on whichever platform.
final class StaffSentences {
  static final List<Sentence> ALL =
      List.of(
          Sentence.of(NAMES + " writes: (.+)", StaffSentences::writes),
          Sentence.of(NAMES + " shares: (\\S+)(?: with the words (.+))?", StaffSentences::shares),
          Sentence.of(
              NAMES + " shares from elsewhere: (\\S+) with the words (.+)",
              StaffSentences::sharesFromElsewhere),
          Sentence.of("thread shows the picture: (\\S+)", StaffSentences::showsPicture),
          Sentence.of(
              "thread no longer shows the picture: (\\S+)", StaffSentences::showsPictureNoLonger),
          Sentence.of("thread opens the file: (\\S+)", StaffSentences::opensFile),
          Sentence.of(NAMES + " changes: (.+) → (.+)", StaffSentences::changes),
          Sentence.of(NAMES + " takes back: (.+)", StaffSentences::takesBack),
          Sentence.of(NAMES + " presses: ([^?]+)", (stage, line) -> presses(stage, line, "")),
          Sentence.of(
              NAMES + " presses: (.+), and says yes to: (.+)",
              (stage, line) -> presses(stage, line, line.group(3))),
          Sentence.of("Anna and Ben press at once: (.+)", StaffSentences::pressAtOnce),
          Sentence.of(NAMES + " chooses: (.+) → (.+)", StaffSentences::chooses),
          Sentence.of(NAMES + " picks: (.+) → (Anna|Ben|Olena)", StaffSentences::picks),
          Sentence.of(NAMES + " reacts with: (eyes|a check mark)", StaffSentences::reacts),
          Sentence.of(NAMES + " commands: (.+)", StaffSentences::commands),
          Sentence.of(NAMES + " asks: (.+) → (.+)", StaffSentences::asks),
          Sentence.of(NAMES + " reads privately: (.+)", StaffSentences::readsPrivately),
          Sentence.of(NAMES + " presses privately: (.+)", StaffSentences::pressesPrivately),
          Sentence.of("card shows: (.+)", StaffSentences::cardShows),
          Sentence.of("card no longer shows: (.+)", StaffSentences::cardShowsNoLonger),
          Sentence.of("thread shows: (.+)", StaffSentences::threadShows),
          Sentence.of("thread no longer shows: (.+)", StaffSentences::threadShowsNoLonger),
          Sentence.of("channel shows: (.+)", StaffSentences::channelShows),
          Sentence.of("channel no longer shows: (.+)", StaffSentences::channelShowsNoLonger),
          Sentence.of(NAMES + " sees that it is a note: (.+)", StaffSentences::confirmed));

  private StaffSentences() {}

  private static Colleague who(Matcher line) {
    return Colleague.of(line.group(1));
  }

  private static void writes(StoryStage stage, Matcher line) {
    stage.posted(line.group(2), stage.thread().write(who(line), line.group(2)));
  }

  private static void shares(StoryStage stage, Matcher line) {
    String words = Optional.ofNullable(line.group(3)).orElse("");
    stage.posted(words, stage.thread().attach(who(line), line.group(2), words));
  }

  private static void sharesFromElsewhere(StoryStage stage, Matcher line) {
    stage.thread().attachFromElsewhere(who(line), line.group(2), line.group(3));
  }

  private static void showsPicture(StoryStage stage, Matcher line) {
    String name = line.group(1);
    eventually(
        line,
        () ->
            stage.thread().pictures(name).stream()
                .anyMatch(shown -> StoryFile.isPicture(name, shown)));
  }

  private static void showsPictureNoLonger(StoryStage stage, Matcher line) {
    eventually(line, () -> stage.thread().pictures(line.group(1)).isEmpty());
  }

  private static void opensFile(StoryStage stage, Matcher line) {
    byte[] opened = Eventually.gives(line.group(), () -> stage.thread().open(line.group(1)));
    assertThat(opened).isEqualTo(StoryFile.bytes(line.group(1)));
  }

  private static void changes(StoryStage stage, Matcher line) {
    stage.thread().change(who(line), stage.post(line.group(2)), line.group(3));
  }

  private static void takesBack(StoryStage stage, Matcher line) {
    stage.thread().takeBack(who(line), stage.post(line.group(2)));
  }

  private static void presses(StoryStage stage, Matcher line, String question) {
    cardHas(stage, line.group(2));
    assertThat(stage.thread().press(who(line), line.group(2))).isEqualTo(question);
  }

  private static void pressAtOnce(StoryStage stage, Matcher line) {
    cardHas(stage, line.group(1));
    CountDownLatch both = new CountDownLatch(2);
    List<CompletableFuture<Void>> presses =
        List.of(Colleague.ANNA, Colleague.BEN).stream()
            .map(
                who ->
                    CompletableFuture.runAsync(
                        () -> together(stage, who, line, both), Thread::startVirtualThread))
            .toList();
    presses.forEach(CompletableFuture::join);
  }

  private static void together(StoryStage stage, Colleague who, Matcher line, CountDownLatch both) {
    both.countDown();
    try {
      both.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    String _ = stage.thread().press(who, line.group(1));
  }

  private static void chooses(StoryStage stage, Matcher line) {
    cardHas(stage, line.group(2));
    stage.thread().choose(who(line), line.group(2), line.group(3));
  }

  private static void picks(StoryStage stage, Matcher line) {
    cardHas(stage, line.group(2));
    stage.thread().pick(who(line), line.group(2), Colleague.of(line.group(3)));
  }

  private static void reacts(StoryStage stage, Matcher line) {
    stage.thread().react(who(line), line.group(2));
  }

  private static void commands(StoryStage stage, Matcher line) {
    stage.thread().command(who(line), line.group(2));
  }

  private static void asks(StoryStage stage, Matcher line) {
    assertThat(stage.hands().ask(who(line), line.group(2)))
        .contains(Sentence.bare(stage.read(line.group(3))));
  }

  private static void readsPrivately(StoryStage stage, Matcher line) {
    eventually(line, () -> reads(stage, who(line), line.group(2)));
  }

  private static boolean reads(StoryStage stage, Colleague who, String words) {
    return anyHas(stage.hands().privateWords(who), stage.read(words));
  }

  private static void pressesPrivately(StoryStage stage, Matcher line) {
    eventually(line, () -> reads(stage, who(line), line.group(2)));
    stage.hands().pressPrivately(who(line), line.group(2));
  }

  private static void cardShows(StoryStage stage, Matcher line) {
    cardHas(stage, stage.read(line.group(1)));
  }

  private static void cardHas(StoryStage stage, String words) {
    Eventually.holds(
        "a card with " + words, () -> stage.thread().card().contains(Sentence.bare(words)));
  }

  private static void cardShowsNoLonger(StoryStage stage, Matcher line) {
    eventually(
        line, () -> !stage.thread().card().contains(Sentence.bare(stage.read(line.group(1)))));
  }

  private static void threadShows(StoryStage stage, Matcher line) {
    eventually(line, () -> anyHas(stage.thread().posts(), stage.read(line.group(1))));
  }

  private static void threadShowsNoLonger(StoryStage stage, Matcher line) {
    eventually(line, () -> !anyHas(stage.thread().posts(), stage.read(line.group(1))));
  }

  private static void channelShows(StoryStage stage, Matcher line) {
    eventually(line, () -> anyHas(stage.hands().channel(), stage.read(line.group(1))));
  }

  private static void channelShowsNoLonger(StoryStage stage, Matcher line) {
    eventually(line, () -> !anyHas(stage.hands().channel(), stage.read(line.group(1))));
  }

  private static void confirmed(StoryStage stage, Matcher line) {
    String post = stage.post(line.group(2));
    eventually(line, () -> stage.thread().isConfirmed(who(line), post));
  }

  private static void eventually(Matcher line, BooleanSupplier condition) {
    Eventually.holds(line.group(), condition);
  }

  private static boolean anyHas(List<String> texts, String words) {
    return texts.stream().anyMatch(text -> text.contains(Sentence.bare(words)));
  }
}
