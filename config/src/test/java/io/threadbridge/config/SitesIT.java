package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.Availability;
import io.threadbridge.bridge.port.Availability.Mode;
import io.threadbridge.config.Workspace.DeskThread;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is decided for a whole site, through two programs on one Redis: chat or form, and who
/// waits.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SitesIT {
  private static final SiteName SHOP = new SiteName("shop");
  private static final DeskRef THE_DESK = new DeskRef("slack:" + DESK);
  private static final Staff STAFF = new Staff("slack:" + ANNA, "Anna", Optional.empty());

  /// PRODUCT 1.5: every open widget learns of a change within it.
  private static final int KNOWN_WITHIN_SECONDS = 2;

  private final Program program = Program.start();
  private final Program other =
      Program.start("--threadbridge.redis.url=" + program.part(RedisHome.class).url());

  /// The one whose Redis it is comes last.
  @AfterAll
  void close() {
    other.close();
    program.close();
  }

  @Test
  void everyInstanceLearnsWithinTwoSecondsThatTheChatBecameTheFormAndTheDeskIsToldWhy()
      throws InterruptedException {
    BlockingQueue<Mode> here = new LinkedBlockingQueue<>();
    BlockingQueue<Mode> there = new LinkedBlockingQueue<>();
    try (Availabilities.Watch _ = watch(program, here);
        Availabilities.Watch _ = watch(other, there)) {
      assertThat(chat("form on")).startsWith("New visitors get the contact form until ");
      assertThat(here.poll(KNOWN_WITHIN_SECONDS, TimeUnit.SECONDS)).isEqualTo(Mode.FORM);
      assertThat(there.poll(KNOWN_WITHIN_SECONDS, TimeUnit.SECONDS)).isEqualTo(Mode.FORM);
      announced("Anna has switched the chat off for new visitors");

      assertThat(chat("form auto")).isEqualTo("The rules decide again. New visitors get the chat.");
      assertThat(here.poll(KNOWN_WITHIN_SECONDS, TimeUnit.SECONDS)).isEqualTo(Mode.CHAT);
      assertThat(there.poll(KNOWN_WITHIN_SECONDS, TimeUnit.SECONDS)).isEqualTo(Mode.CHAT);
      announced("new visitors get the chat again");
    }
  }

  @Test
  void whoWaitsIsCountedFromTheFirstWordToTheAnswer() {
    try (VisitorClient visitor = VisitorClient.at(program, SHOP.value())) {
      int _ = visitor.say("Do you sell ink?");
      Eventually.holds("one who waits", () -> chat("status").contains("1 visitor is waiting."));

      DeskThread thread = thread("Do you sell ink?");
      String _ = thread.reply(ANNA, "Yes, we do.");
      Eventually.holds("nobody who waits", () -> chat("status").contains("Nobody is waiting."));
    }
  }

  @Test
  void aShiftIsTakenForAllInstances() {
    assertThat(chat("take 2h")).startsWith("You are on call until ");

    DeskCommands there = other.part(DeskCommands.class);
    Eventually.holds("the shift", () -> there.run(THE_DESK, STAFF, "on-call").contains("Anna"));
  }

  private String chat(String words) {
    return program.part(DeskCommands.class).run(THE_DESK, STAFF, words);
  }

  /// By either of them: here each has a workspace of its own.
  private void announced(String words) {
    Eventually.holds(
        words,
        () ->
            Stream.of(program, other)
                .flatMap(instance -> instance.workspace().messages(DESK, "").stream())
                .anyMatch(message -> Workspace.text(message.path("text")).contains(words)));
  }

  /// Posted by either of them.
  private DeskThread thread(String words) {
    return Eventually.gives(
        "a card with " + words,
        () ->
            Stream.of(program, other)
                .flatMap(instance -> instance.workspace().card(DESK, words).stream())
                .findFirst());
  }

  private static Availabilities.Watch watch(Program instance, BlockingQueue<Mode> modes) {
    return instance
        .part(Availabilities.class)
        .watch(SHOP, (Availability change) -> modes.add(change.mode()));
  }
}
