package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.Availability;
import io.threadbridge.bridge.port.Availability.Mode;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A site whose visitors become too many, from the first word to the widget.
final class FormModeLoopTest {
  private static final List<String> FOUR = List.of("1", "2", "3", "4");

  /// Every open widget learns of a change within it.
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);

  private final Firm firm = new Firm();

  @Test
  void moreVisitorsThanOnePersonIsGoodForTurnTheChatIntoTheFormAndTheDeskIsToldWhy() {
    List<Mode> seen = new ArrayList<>();
    try (Availabilities.Watch _ =
        firm.book.watch(firm.site().name(), change -> seen.add(change.mode()))) {
      overload();

      assertThat(seen).containsExactly(Mode.FORM);
      assertThat(firm.announced())
          .containsExactly(
              "site.because-overload{present=1, site=Shop, waiting=4}"
                  + " site.then-form{present=1, site=Shop, waiting=4}");
      assertThat(firm.book.facts(firm.site().name(), firm.clock.instant()).open())
          .as("open conversations go on")
          .isTrue();
    }
  }

  @Test
  void fiveMinutesAfterTheyWereAnsweredThereIsTheChatAgain() {
    overload();
    FOUR.forEach(firm::answers);
    firm.workFor(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(mode()).isEqualTo(Mode.FORM);

    firm.workFor(KNOWN_WITHIN.plusSeconds(1));
    assertThat(mode()).isEqualTo(Mode.CHAT);
    assertThat(firm.announced()).hasSize(2).last().isEqualTo("site.again{site=Shop}");
  }

  @Test
  void twoVisitorsWhomNobodyAnsweredTurnTheChatIntoTheForm() {
    firm.says("1");
    firm.says("2");
    firm.workFor(Duration.ofSeconds(299));
    assertThat(mode()).isEqualTo(Mode.CHAT);

    firm.workFor(KNOWN_WITHIN);
    assertThat(mode()).isEqualTo(Mode.FORM);
    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.announced().getFirst()).startsWith("site.because-misses{count=2, minutes=15");
  }

  @Test
  void theWaitEstimateComesFromWhatVisitorsHaveWaited() {
    for (int visitor = 0; visitor < 10; visitor++) {
      String words = "visitor " + visitor;
      firm.says(words);
      firm.workFor(Duration.ofSeconds(4));
      firm.answers(words);
      firm.workFor(Duration.ofSeconds(1));
    }

    SiteFacts facts = firm.book.facts(firm.site().name(), firm.clock.instant());
    assertThat(facts.waitEstimate()).contains(Duration.ofSeconds(4));
  }

  @Test
  void newsThatIsToldTwiceCountsOnce() {
    for (int time = 0; time < 3; time++) {
      firm.handler.tell(
          firm.site().name(),
          "c-1:4.0",
          new ConversationId("c-1"),
          new SiteNews.FirstAnswer(Duration.ofSeconds(4)),
          firm.clock.instant());
    }

    assertThat(firm.book.state(firm.site()).answers().all()).hasSize(1);
  }

  @Test
  void newsWhoseAnswerWasLostCountsOnceWhenItIsToldAgain() {
    firm.between.storeAway(2, 1, true);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::answered);
    answered();

    firm.book.look();
    assertThat(firm.book.state(firm.site()).answers().all()).hasSize(1);
  }

  @Test
  void nothingIsLostOrDoubledWhicheverCallToTheStoreFails() {
    for (int call = 1; call <= 40; call++) {
      Firm each = new Firm();
      each.present(ANNA);
      each.between.storeAway(call, 3, true);
      FOUR.forEach(each::says);
      each.workFor(Duration.ofSeconds(50));

      assertThat(each.book.of(each.site().name()).mode()).as("call %d", call).isEqualTo(Mode.FORM);
      assertThat(each.announced()).as("call %d", call).hasSize(1);
      assertThat(each.book.state(each.site()).crowd().waiting()).as("call %d", call).hasSize(4);
    }
  }

  @Test
  void anAnnouncementWhoseAnswerWasLostIsLookedForAndNotDoubled() {
    firm.command(ANNA, "form on");
    firm.chat.doNextAndAnswer(new Delivery.Unknown("timeout"));
    firm.workFor(Duration.ofSeconds(15));

    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.book.state(firm.site()).words().owed()).isEmpty();
  }

  @Test
  void anAnnouncementThatCannotBeLookedForIsRepeatedOnceAndMarked() {
    for (int lost = 1; lost <= 2; lost++) {
      Firm each = new Firm();
      each.chat.cannotLook();
      each.command(ANNA, "form on");
      for (int number = 0; number < lost; number++) {
        each.chat.doNextAndAnswer(new Delivery.Unknown("timeout"));
      }
      each.workFor(Duration.ofSeconds(9));
      assertThat(each.announced()).as("%s lost", lost).hasSize(1);

      each.workFor(Duration.ofMinutes(2));
      assertThat(each.announced()).as("%s lost", lost).hasSize(2);
      assertThat(each.announced().getFirst()).doesNotContain("thread.perhaps-twice");
      assertThat(each.announced().getLast()).endsWith("(thread.perhaps-twice)");
      assertThat(each.book.state(each.site()).words().owed()).isEmpty();
    }
  }

  @Test
  void anAnnouncementWhoseRepeaterDiedIsNotRepeatedAgain() {
    Firm each = new Firm();
    each.chat.cannotLook();
    each.command(ANNA, "form on");
    each.chat.doNextAndAnswer(new Delivery.Unknown("timeout"));
    each.workFor(Duration.ofSeconds(5));
    each.between.dieAfter("announce");
    each.workFor(Duration.ofMinutes(3));

    assertThat(each.announced()).hasSize(2);
  }

  @Test
  void anAnnouncementThatABusyPlatformPutOffIsNotMarked() {
    Firm each = new Firm();
    each.chat.cannotLook();
    each.command(ANNA, "form on");
    each.chat.answerNext(new Delivery.Later(Duration.ofSeconds(3), "rate", ""));
    each.chat.answerNext(new Delivery.Later(Duration.ofSeconds(3), "rate", ""));
    each.workFor(Duration.ofMinutes(2));

    assertThat(each.announced()).hasSize(1);
    assertThat(each.announced().getFirst()).doesNotContain("thread.perhaps-twice");
  }

  @Test
  void anAnnouncementWhoseSenderDiedIsLookedForAndNotDoubled() {
    for (String moment : List.of("before", "after")) {
      Firm each = new Firm();
      each.command(ANNA, "form on");
      if (moment.equals("before")) {
        each.between.dieBefore("announce");
      } else {
        each.between.dieAfter("announce");
      }
      each.workFor(Duration.ofSeconds(70));

      assertThat(each.announced()).as(moment).hasSize(1);
    }
  }

  @Test
  void aDeskThatIsBusyIsToldLater() {
    firm.command(ANNA, "form on");
    firm.chat.answerNext(new Delivery.Later(Duration.ofSeconds(20), "ratelimited", ""));
    firm.workFor(Duration.ofSeconds(20));
    assertThat(firm.announced()).isEmpty();

    firm.workFor(Duration.ofSeconds(1));
    assertThat(firm.announced()).hasSize(1);
  }

  @Test
  void anotherInstanceLearnsOfItByLooking() {
    SiteBook other = new SiteBook(firm.sites, firm.store, firm.clock);
    List<Availability> seen = new ArrayList<>();
    try (Availabilities.Watch _ = other.watch(firm.site().name(), seen::add)) {
      firm.command(ANNA, "form on");
      assertThat(seen).isEmpty();
      other.look();
      other.look();
      assertThat(seen).extracting(Availability::mode).containsExactly(Mode.FORM);
    }
    firm.command(ANNA, "form off");
    other.look();
    assertThat(seen).as("who watches no more is not told").hasSize(1);
  }

  @Test
  void aMessageSentBeforeTheWidgetKnewIsAccepted() {
    overload();
    firm.says("5");
    firm.workFor(KNOWN_WITHIN);

    assertThat(firm.chat.posts(DESK)).anyMatch(post -> post.card().isPresent());
    assertThat(firm.book.state(firm.site()).crowd().waiting()).hasSize(5);
  }

  @Test
  void anErasedVisitorWaitsNoMore() {
    ConversationId erased = firm.says("1");
    firm.says("2");
    firm.workFor(KNOWN_WITHIN);
    firm.handler.forget(erased);
    firm.handler.forget(new ConversationId("somebody-else"));

    assertThat(firm.book.state(firm.site()).crowd().waiting()).hasSize(1).doesNotContainKey(erased);
  }

  @Test
  void ofManyConversationsThatTellSomethingAtOnceAllAreHeard() throws Exception {
    List<Callable<Object>> news = new ArrayList<>();
    for (int visitor = 0; visitor < 300; visitor++) {
      ConversationId from = new ConversationId("c-" + visitor);
      news.add(
          Executors.callable(
              () ->
                  firm.handler.tell(
                      firm.site().name(),
                      from.value() + ":1.0",
                      from,
                      new SiteNews.WaitBegan(),
                      firm.clock.instant())));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Object> told : threads.invokeAll(news)) {
        assertThat(told.get()).isNull();
      }
    }

    assertThat(firm.book.state(firm.site()).crowd().waiting()).hasSize(300);
  }

  private void answered() {
    firm.handler.tell(
        firm.site().name(),
        "c-1:4.0",
        new ConversationId("c-1"),
        new SiteNews.FirstAnswer(Duration.ofSeconds(4)),
        firm.clock.instant());
  }

  private void overload() {
    firm.present(ANNA);
    FOUR.forEach(firm::says);
    firm.workFor(KNOWN_WITHIN);
    assertThat(mode()).isEqualTo(Mode.FORM);
  }

  private Mode mode() {
    return firm.book.of(firm.site().name()).mode();
  }
}
