package io.threadbridge.bench.year;

import io.threadbridge.bridge.application.VisitorDoor.Answer;
import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.TabPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One visitor: types slowly, waits, leaves, pays, comes back, says thanks or just goes.
final class VisitorOfTheYear {
  private static final List<String> OPENERS =
      List.of("Hello", "hi there", "My order has not come", "running shoes", "Do you deliver?");
  private static final String ADDRESS = "me@visitor.example";

  private final Firm firm;
  private final Tally tally;
  private final Watch watch;
  private final ConversationId id;
  private Conversation last;
  private TabPresence tab;
  private Instant typingUntil = Instant.MIN;
  private int seq;
  private int said;
  private boolean chose;

  VisitorOfTheYear(Firm firm, Tally tally) {
    this.firm = firm;
    this.tally = tally;
    this.watch = firm.watch();
    Optional<String> email = firm.random.nextInt(4) == 0 ? Optional.of(ADDRESS) : Optional.empty();
    this.id = firm.opener.open(firm.site(), firm.nextPage(), "en", Optional.of("Andriy"), email);
    this.tab = TabPresence.connected(id.value(), "one", firm.time.instant());
    this.last = firm.load(id).orElseThrow();
  }

  void arrives() {
    tally.count(Count.CONVERSATIONS);
    firm.register(id, this);
    stays();
    boolean form = !firm.house.isOpen(firm.time.instant()) && firm.random.nextInt(100) < 85;
    types(form ? this::fillsIn : this::says);
  }

  private void fillsIn() {
    tally.count(Count.FORMS);
    Answer _ = firm.door.sendForm(id, nextId(), "A question", Lead.Way.EMAIL, ADDRESS);
    later(20, this::leaves);
  }

  private void says() {
    tab = tab.sent(firm.time.instant());
    typingUntil = Instant.MIN;
    stays();
    String words = said == 0 ? OPENERS.get(firm.random.nextInt(OPENERS.size())) : "And then?";
    saysThis(words);
    if (firm.random.nextInt(100) < 12) {
      later(120, this::leaves);
    }
  }

  private void saysThis(String words) {
    if (firm.door.say(id, nextId(), words) instanceof Answer.Continued) {
      later(60, this::leaves);
    }
  }

  private String nextId() {
    said++;
    return "say-" + said;
  }

  /// Types for a while, in bursts, and then sends it.
  private void types(Runnable sends) {
    typesFor(1 + firm.random.nextInt(4), sends);
  }

  private void typesFor(int bursts, Runnable sends) {
    for (int i = 0; i < bursts; i++) {
      firm.time.in(Duration.ofMillis(1L + 7_000L * i), this::typesABurst);
    }
    firm.time.in(
        Duration.ofSeconds(7L * bursts).plusMillis(firm.random.nextInt(3_000)),
        () -> firm.whenRunning(sends));
  }

  private void typesABurst() {
    Instant now = firm.time.instant();
    typingUntil = now.plus(TabPresence.TYPING);
    tab = tab.drafted(20, now);
    stays();
  }

  /// The tab is heard of as long as nobody closes it.
  private void stays() {
    if (tab.lostAt().isEmpty()) {
      tab = tab.heard(firm.time.instant().plus(Duration.ofHours(2)));
    }
    firm.seen(id, tab);
  }

  private void leaves() {
    if (tab.lostAt().isEmpty()) {
      tab = tab.lost(firm.time.instant());
      firm.seen(id, tab);
      firm.whenRunning(() -> firm.door.disconnected(id, "tab-" + firm.random.nextLong()));
    }
  }

  /// The conversation was saved: what is new is on the screen.
  void looks(Conversation now) {
    List<Message> fresh = List.of();
    if (now instanceof Started started && started.progress().lastSeq() > seq) {
      fresh = firm.messages(id, seq);
      seq = started.progress().lastSeq();
    }
    Conversation before = last;
    last = now;
    Instant moment = firm.time.instant();
    watch.step(before, now, fresh, typingUntil.isAfter(moment), moment);
    counted(before, now);
    if (tab.lostAt().isEmpty()) {
      reacts(before, now, fresh);
    }
  }

  private void counted(Conversation before, Conversation now) {
    if (before instanceof Closed && now instanceof Waiting) {
      tally.count(Count.REOPENED);
    }
    if (before instanceof Started old && now instanceof Started after) {
      if (after.progress().answered() && !old.progress().answered()) {
        tally.count(Count.ANSWERED);
      }
      if (after.progress().verdict().missed() && !old.progress().verdict().missed()) {
        tally.count(Count.MISSED);
      }
    }
  }

  private void reacts(Conversation before, Conversation now, List<Message> fresh) {
    if (fresh.stream().anyMatch(m -> m.author() instanceof Author.OfStaff)) {
      int upTo = seq;
      later(10, () -> reads(upTo));
    }
    boolean offered = now instanceof Waiting w && w.clock().care().choiceOffered() && !chose;
    if (offered) {
      chose = true;
      later(25, this::chooses);
    }
    if (now instanceof Closed && !(before instanceof Closed) && !(before instanceof NotStarted)) {
      later(60, this::afterTheClose);
    }
  }

  private void reads(int upTo) {
    firm.door.saw(id, upTo);
    int dice = firm.random.nextInt(100);
    if (said > 6 || dice < 20) {
      saysThis("thanks");
    } else if (dice < 35) {
      saysThis("ok thank you, bye");
    } else if (dice < 50) {
      leaves();
    } else if (dice < 55) {
      pays();
    } else if (dice < 60) {
      typesFor(40 + firm.random.nextInt(40), this::says);
    } else if (dice < 63) {
      typesABurst();
    } else if (dice < 70) {
      // Says nothing more, and keeps the tab.
      stays();
    } else {
      types(this::says);
    }
  }

  private void pays() {
    tab = tab.onPage(true, firm.time.instant());
    stays();
    later(
        300,
        () -> {
          tab = tab.onPage(false, firm.time.instant());
          stays();
        });
  }

  private void chooses() {
    int dice = firm.random.nextInt(100);
    if (dice < 25) {
      tally.count(Count.LEADS_BY_CHOICE);
      Answer _ = firm.door.choose(id, "choice", Lead.Way.EMAIL, Optional.of(ADDRESS));
      later(60, this::leaves);
    } else if (dice < 40) {
      tally.count(Count.LEADS_BY_CHOICE);
      Answer _ = firm.door.choose(id, "choice", Lead.Way.CALLBACK, Optional.of("+358401234567"));
    } else if (dice < 60) {
      firm.door.keepWaiting(id, "choice");
    }
  }

  private void afterTheClose() {
    int dice = firm.random.nextInt(100);
    if (dice < 30) {
      tally.count(Count.RATED);
      Answer _ = firm.door.rate(id, 4, "");
    } else if (dice < 40 && said < 8) {
      types(this::says);
    } else {
      leaves();
    }
  }

  private void later(int seconds, Runnable deed) {
    double factor = Math.exp(firm.random.nextGaussian() * 0.8);
    firm.time.in(
        Duration.ofMillis((long) (seconds * 1_000 * factor)), () -> firm.whenRunning(deed));
  }
}
