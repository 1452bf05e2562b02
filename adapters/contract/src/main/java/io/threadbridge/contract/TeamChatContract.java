package io.threadbridge.contract;

import static io.threadbridge.contract.ChatSamples.card;
import static io.threadbridge.contract.ChatSamples.done;
import static io.threadbridge.contract.ChatSamples.paper;
import static io.threadbridge.contract.ChatSamples.take;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.contract.ChatPlatform.Failure;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// All that a [TeamChat] promises, on whatever platform.
///
/// Longer than the house's files: one short test for each promise, so that no adapter takes only a
/// part of them. What it promises of files is in [FilePostContract].
@Timeout(TeamChatContract.SECONDS_MAX)
public interface TeamChatContract extends FilePostContract {
  /// Far longer than one test takes in which every call in turn is never answered.
  int SECONDS_MAX = 120;

  /// Whoever is asked to wait may come back so much later, so that not all come back at once.
  Duration LATER_BY_MAX = Duration.ofSeconds(2);

  /// What may be repeated freely: it leaves the same behind however often it is done.
  Set<String> REPEATABLE = Set.of("retract", "rewrite", "showCard", "takeBack");

  /// Words that platforms make something of: entities, mark-up, mentions, links, emoji names.
  List<String> DIFFICULT =
      List.of(
          "<b>bold</b> & <script>alert(1)</script>",
          "&lt;!here&gt; &amp; &nbsp;",
          "*bold* _it_ ~no~ `code` ```block``` > quote # head",
          "@everyone @here @channel <!channel> <@U0ANNA> <at>Anna</at>",
          "[bank](https://evil.example) <https://evil.example|bank> https://evil.example/x",
          ":tada: (smile) 👩‍👧 Привіт עברית",
          "two\nlines and  spaces");

  private TeamChat chat() {
    return platform().chat();
  }

  private DeskRef desk() {
    return platform().desk();
  }

  private ThreadRef open() {
    return new ThreadRef(done(chat().openThread(desk(), "c:1.1", card("waiting"))).value());
  }

  private static ThreadPost words(String... lines) {
    return new ThreadPost("Blue Heron", List.of(lines), "(taken back)");
  }

  @Test
  default void aCommandBeginsWithSomethingThatCanBeWrittenBeforeIt() {
    assertThat(chat().command()).isNotBlank().isEqualTo(chat().command().strip());
    assertThat(chat().command().lines()).hasSize(1);
  }

  @Test
  default void aCardOpensAThreadInWhichPostsStandInOrder() {
    ThreadRef thread = open();
    PostRef first = done(chat().post(desk(), thread, "c:2.1", words("one", "two")));
    PostRef second = done(chat().post(desk(), thread, "c:3.1", words("three")));

    assertThat(platform().card(thread)).contains("Blue Heron", "Do you rent boats?", "waiting");
    assertThat(platform().words(thread)).containsExactly("one", "two", "three");
    assertThat(platform().roots()).isEqualTo(1);
    assertThat(first).isNotEqualTo(second).isNotEqualTo(new PostRef(thread.value()));
  }

  @Test
  default void threadsAreApart() {
    ThreadRef one = open();
    ThreadRef other = new ThreadRef(done(chat().openThread(desk(), "d:1.1", card("new"))).value());
    done(chat().post(desk(), one, "c:2.1", words("here")));
    done(chat().post(desk(), other, "d:2.1", words("there")));

    assertThat(platform().words(one)).containsExactly("here");
    assertThat(platform().words(other)).containsExactly("there");
  }

  @Test
  default void aVisitorsWordsArriveAsTheyWereAndPingNobody() {
    ThreadRef thread = open();
    String[] lines = DIFFICULT.toArray(String[]::new);
    done(chat().post(desk(), thread, "c:2.1", words(lines)));

    assertThat(platform().words(thread)).containsExactlyElementsOf(DIFFICULT);
    assertThat(platform().pings()).isZero();
  }

  @Test
  default void theLongestPostArrivesWhole() {
    ThreadRef thread = open();
    String longest = "Привіт 😀 ".repeat(ThreadPost.CHARACTERS_MAX).substring(0, 3_799) + "!";
    done(chat().post(desk(), thread, "c:2.1", words(longest)));

    assertThat(platform().words(thread)).containsExactly(longest);
  }

  @Test
  default void aPostIsWrittenAnewInItsPlace() {
    ThreadRef thread = open();
    PostRef post = done(chat().post(desk(), thread, "c:2.1", words("one", "two")));
    done(chat().post(desk(), thread, "c:3.1", words("three")));
    done(chat().rewrite(desk(), thread, post, words("ONE", "")));
    done(chat().rewrite(desk(), thread, post, words("ONE", "")));

    assertThat(platform().words(thread)).startsWith("ONE").endsWith("three").doesNotContain("two");
    assertThat(platform().post(post)).hasValueSatisfying(t -> assertThat(t).contains("taken back"));
  }

  @Test
  default void aCardIsWrittenAnewInItsPlace() {
    ThreadRef thread = open();
    done(chat().post(desk(), thread, "c:2.1", words("one")));
    done(chat().showCard(desk(), thread, card("answered")));

    assertThat(platform().card(thread)).contains("answered").doesNotContain("waiting");
    assertThat(platform().words(thread)).containsExactly("one");
    assertThat(platform().roots()).isEqualTo(1);
  }

  @Test
  default void aRemarkStandsOnAPostAndOnACard() {
    ThreadRef thread =
        new ThreadRef(
            done(chat().openThread(desk(), "c:1.1~2", card("waiting").remarked("twice?"))).value());
    ThreadPost marked =
        new ThreadPost("Blue Heron", List.of("one"), "(taken back)", Optional.of("doubled?"));
    PostRef post = done(chat().post(desk(), thread, "c:2.1~2", marked));

    assertThat(platform().card(thread)).contains("twice?");
    assertThat(platform().post(post)).hasValueSatisfying(t -> assertThat(t).contains("doubled?"));
    assertThat(platform().words(thread)).containsExactly("one");
  }

  @Test
  default void whereTheCardIsGoneTheThreadIsGoneAndNothingIsLeftOutsideIt() {
    ThreadRef thread = open();
    platform().delete(thread);

    assertThat(chat().showCard(desk(), thread, card("answered")))
        .isEqualTo(new Delivery.ThreadGone());
    assertThat(chat().post(desk(), thread, "c:2.1", words("one")))
        .isEqualTo(new Delivery.ThreadGone());
    assertThat(platform().roots()).isZero();
  }

  @Test
  default void whatWasDoneThoughNobodyKnewIsFoundByItsBatchOrCannotBeLookedFor() {
    ThreadRef thread = open();
    platform().failNext(Failure.UNKNOWN_AFTER_DOING);
    assertThat(chat().post(desk(), thread, "c:2.1", words("one")))
        .isInstanceOf(Delivery.Unknown.class);
    assertThat(platform().words(thread)).containsExactly("one");

    Delivery found = chat().findPost(desk(), thread, "c:2.1", NOON);
    if (platform().canLook()) {
      assertThat(platform().post(done(found))).isPresent();
      assertThat(chat().findPost(desk(), thread, "c:2.1", NOON)).isEqualTo(found);
    } else {
      assertThat(found).isEqualTo(new Delivery.CannotLook());
    }
  }

  @Test
  default void aCardThatWasPostedThoughNobodyKnewIsFoundByItsBatchOrCannotBeLookedFor() {
    platform().failNext(Failure.UNKNOWN_AFTER_DOING);
    assertThat(chat().openThread(desk(), "c:1.1", card("waiting")))
        .isInstanceOf(Delivery.Unknown.class);
    assertThat(platform().roots()).isEqualTo(1);

    Delivery found = chat().findThread(desk(), "c:1.1", NOON);
    if (platform().canLook()) {
      assertThat(platform().card(new ThreadRef(done(found).value()))).contains("Blue Heron");
    } else {
      assertThat(found).isEqualTo(new Delivery.CannotLook());
    }
  }

  @Test
  default void whatIsNotThereIsNotFound() {
    ThreadRef thread = open();
    done(chat().post(desk(), thread, "c:2.1", words("one")));
    Delivery no = platform().canLook() ? new Delivery.Absent() : new Delivery.CannotLook();

    assertThat(chat().findPost(desk(), thread, "c:9.9", NOON)).isEqualTo(no);
    assertThat(chat().findThread(desk(), "c:9.9", NOON)).isEqualTo(no);
  }

  @Test
  default void aCallOrAnAnnouncementThatNobodyKnewOfIsFoundAmongTheRoots() {
    ThreadRef thread = open();
    platform().failNext(Failure.UNKNOWN_AFTER_DOING);
    assertThat(chat().call(desk(), desk(), thread, "c:4.1", "Who can take it?"))
        .isInstanceOf(Delivery.Unknown.class);

    Delivery found = chat().findThread(desk(), "c:4.1", NOON);
    if (platform().canLook()) {
      done(chat().retract(desk(), done(found)));
      assertThat(platform().roots()).isEqualTo(1);
    } else {
      assertThat(found).isEqualTo(new Delivery.CannotLook());
    }
  }

  @Test
  default void aPlatformThatIsAskedTooOftenSaysForHowLongToLeaveItAlone() {
    ThreadRef thread = open();
    platform().failNext(Failure.TOO_FAST);

    assertThat(chat().post(desk(), thread, "c:2.1", words("one")))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.after())
                  .isBetween(platform().pause(), platform().pause().plus(LATER_BY_MAX));
              assertThat(later.mend()).isEmpty();
            });
    assertThat(platform().words(thread)).isEmpty();
  }

  @Test
  default void whatIsRefusedForEverIsRefusedAndHoldsUpNothing() {
    ThreadRef thread = open();
    platform().failNext(Failure.REFUSED);

    assertThat(chat().post(desk(), thread, "c:2.1", words("one")))
        .isInstanceOf(Delivery.Refused.class);
    done(chat().post(desk(), thread, "c:3.1", words("two")));
    assertThat(platform().words(thread)).containsExactly("two");
  }

  @Test
  default void aCallsTextPingsNobodyAndItIsTakenBackAsOftenAsOneLikes() {
    ThreadRef thread = open();
    PostRef call = done(chat().call(desk(), desk(), thread, "c:4.1", "@here who can take it?"));
    assertThat(platform().post(call))
        .hasValueSatisfying(text -> assertThat(text).contains("who can take it?"));
    assertThat(platform().roots()).isEqualTo(2);
    assertThat(platform().pings()).isEqualTo(platform().calledByACall());

    done(chat().retract(desk(), call));
    done(chat().retract(desk(), call));
    assertThat(platform().post(call)).isEmpty();
    assertThat(platform().roots()).isEqualTo(1);
    assertThat(platform().pings()).isZero();
  }

  @Test
  default void noticesStandInTheThreadAndAnnouncementsInTheChannel() {
    ThreadRef thread = open();
    PostRef notice = done(chat().notice(desk(), thread, "c:5.1", "Call back: <b>+358</b>"));
    PostRef announcement = done(chat().announce(desk(), "site:1", "Chat is closed."));

    assertThat(platform().post(notice))
        .hasValueSatisfying(text -> assertThat(text).contains("Call back: <b>+358</b>"));
    assertThat(platform().post(announcement))
        .hasValueSatisfying(text -> assertThat(text).contains("Chat is closed."));
    assertThat(platform().roots()).isEqualTo(2);
    assertThat(platform().pings()).isZero();
  }

  /// Pictures are an extra; what they show is in the text.
  @Test
  default void aReportStandsInTheChannelAndCanBeLookedFor() {
    Report report =
        new Report("How it went", "14 people wrote & <b>got</b> an answer.", pictures());
    PostRef post = done(chat().report(desk(), "site:3", report));

    assertThat(platform().post(post))
        .hasValueSatisfying(
            text -> assertThat(text).contains("How it went").contains("& <b>got</b> an answer."));
    assertThat(platform().roots()).isEqualTo(1);
    assertThat(platform().pings()).isZero();
    assertThat(chat().findThread(desk(), "site:3", NOON))
        .isInstanceOfAny(Delivery.Done.class, Delivery.CannotLook.class);
  }

  @Test
  default void whatIsForOnePersonReachesOnlyThatPerson() {
    ThreadRef thread = open();
    done(chat().hint(desk(), thread, platform().anna(), "first"));
    done(chat().offer(desk(), thread, platform().anna(), "second", take()));
    done(chat().tell(desk(), thread, platform().anna(), "third"));
    done(chat().callPerson(desk(), thread, platform().anna(), "fourth", take()));

    assertThat(platform().seenBy(platform().anna()))
        .satisfiesExactly(
            text -> assertThat(text).contains("first"),
            text -> assertThat(text).contains("second"),
            text -> assertThat(text).contains("third"),
            text -> assertThat(text).contains("fourth"));
    assertThat(platform().seenBy(platform().bertil())).isEmpty();
    assertThat(platform().words(thread)).isEmpty();
    assertThat(platform().roots()).isEqualTo(1);
  }

  @Test
  default void aNoteMayBeConfirmedTwice() {
    ThreadRef thread = open();
    PostRef note = done(chat().post(desk(), thread, "c:2.1", words("one")));

    done(chat().confirmNote(desk(), thread, note, platform().anna(), "It stays here."));
    done(chat().confirmNote(desk(), thread, note, platform().anna(), "It stays here."));
    assertThat(platform().seenBy(platform().bertil())).isEmpty();
  }

  @Test
  default void whateverThePlatformDoesEveryCallSaysWhatIsKnownOfIt() {
    for (Failure failure : Failure.values()) {
      ThreadRef thread = open();
      calls(thread).forEach((name, call) -> assertToldBy(name, call, failure));
    }
  }

  private void assertToldBy(String name, Supplier<Delivery> call, Failure failure) {
    platform().failNext(failure);
    Delivery delivery = call.get();
    List<Class<? extends Delivery>> allowed =
        switch (failure) {
          case REFUSED -> List.of(Delivery.Refused.class);
          case TOO_FAST -> List.of(Delivery.Later.class);
          case UNKNOWN_AFTER_DOING, HANGING ->
              REPEATABLE.contains(name)
                  ? List.of(Delivery.Unknown.class, Delivery.Later.class)
                  : List.of(Delivery.Unknown.class);
          case AWAY -> List.of(Delivery.Later.class, Delivery.Unknown.class);
        };
    assertThat(allowed).as("%s, %s: %s", name, failure, delivery).contains(delivery.getClass());
  }

  /// Every call that writes, by its name.
  private Map<String, Supplier<Delivery>> calls(ThreadRef thread) {
    Map<String, Supplier<Delivery>> calls = new TreeMap<>();
    PostRef post = done(chat().post(desk(), thread, "c:2.1", words("one")));
    PostRef call = done(chat().call(desk(), desk(), thread, "c:4.1", "Who can?"));
    PostRef file = done(chat().postFile(desk(), thread, "c:7.1", paper("old.pdf")));
    calls.put("openThread", () -> chat().openThread(desk(), "c:1.2", card("waiting")));
    calls.put("post", () -> chat().post(desk(), thread, "c:3.1", words("two")));
    calls.put("rewrite", () -> chat().rewrite(desk(), thread, post, words("TWO")));
    calls.put("showCard", () -> chat().showCard(desk(), thread, card("answered")));
    calls.put("hint", () -> chat().hint(desk(), thread, platform().anna(), "hint"));
    calls.put("tell", () -> chat().tell(desk(), thread, platform().anna(), "told"));
    calls.put("notice", () -> chat().notice(desk(), thread, "c:5.1", "notice"));
    calls.put("call", () -> chat().call(desk(), desk(), thread, "c:6.1", "Who can?"));
    calls.put("announce", () -> chat().announce(desk(), "site:2", "Closed."));
    calls.put(
        "report", () -> chat().report(desk(), "site:4", new Report("Well", "Very.", pictures())));
    calls.put("retract", () -> chat().retract(desk(), call));
    calls.put("postFile", () -> chat().postFile(desk(), thread, "c:8.1", paper("new.pdf")));
    calls.put("takeBack", () -> chat().takeBack(desk(), thread, file));
    return calls;
  }

  /// One that is a real file, of a single pixel.
  private static List<Report.Shown> pictures() {
    byte[] png =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAA"
                    + "AABJRU5ErkJggg==");
    Picture picture = new Picture(png, 1, 1, "Most people wrote on Tuesday.");
    return List.of(new Report.Shown(picture, URI.create("https://chat.example/week.png")));
  }
}
