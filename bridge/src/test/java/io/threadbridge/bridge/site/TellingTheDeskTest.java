package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.ANNA;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static io.threadbridge.bridge.site.Shop.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.hours.Shift;
import io.threadbridge.bridge.site.SiteEvent.Outcome;
import io.threadbridge.bridge.site.SiteEvent.Wish;
import io.threadbridge.bridge.site.Words.Owed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What the desk is owed is saved with the state, said once, and looked for where nobody knows.
final class TellingTheDeskTest {
  private final Shop shop = new Shop(POLICY, "09:00");

  @Test
  void ofTwoWhoWantToSayItOneDoes() {
    Owed owed = owed();

    assertThat(telling(owed, at("10:00"))).isInstanceOf(SiteDecision.Move.class);
    assertThat(telling(owed, at("10:00"))).isInstanceOf(SiteDecision.Ignore.class);
  }

  @Test
  void whoDiedWhileSayingItIsFollowedByOneWhoLooksFirst() {
    Owed owed = owed();
    telling(owed, at("10:00"));
    Instant turn = at("10:00").plus(Words.TURN);

    assertThat(telling(owed, turn.minusMillis(1))).isInstanceOf(SiteDecision.Ignore.class);
    assertThat(shop.rules.wakeAt(shop.state())).contains(turn);
    assertThat(shop.state().words().owed().getFirst().perhapsSaid()).isTrue();
    assertThat(telling(owed, turn)).isInstanceOf(SiteDecision.Move.class);
  }

  @Test
  void whatWasSaidIsOwedNoMore() {
    Owed owed = owed();
    outcome(owed, new Outcome.Settled());

    assertThat(shop.state().words().owed()).isEmpty();
    assertThat(telling(owed, at("10:01"))).isInstanceOf(SiteDecision.Ignore.class);
  }

  @Test
  void whatWasNotSaidIsTriedAgainWithoutLooking() {
    Owed owed = owed();
    telling(owed, at("10:00"));
    outcome(owed, new Outcome.NotYet(Duration.ofSeconds(7)));

    assertThat(shop.state().words().owed().getFirst())
        .isEqualTo(new Owed(owed.number(), owed.tell(), owed.since(), at("10:00:07"), 0));
  }

  @Test
  void whatMayHaveBeenSaidIsLookedForFirst() {
    Owed owed = owed();
    telling(owed, at("10:00"));
    outcome(owed, new Outcome.Unknown(Duration.ofSeconds(3)));

    assertThat(shop.state().words().owed().getFirst().perhapsSaid()).isTrue();
  }

  @Test
  void newsThatIsTenMinutesOldIsNoNews() {
    owed();

    assertThat(shop.rules.at(shop.state(), justBefore("10:10")).words().owed()).hasSize(1);
    assertThat(shop.rules.at(shop.state(), at("10:10")).words().owed()).isEmpty();
  }

  @Test
  void aDeskThatIsAwayIsNotOwedWithoutEnd() {
    for (int change = 0; change < 15; change++) {
      Wish wish = change % 2 == 0 ? Wish.FORM : Wish.CHAT;
      shop.happens(new SiteEvent.Overruled(at("10:00"), ANNA, wish));
    }

    assertThat(shop.state().words().owed()).hasSize(Words.NEWS_MAX);
    assertThat(shop.state().words().owed().getLast().number()).isEqualTo(15);
  }

  @Test
  void aShiftThatWasTakenIsForgottenWhenItIsOver() {
    shop.happens(new SiteEvent.TookShift(at("10:00"), new Shift(ANNA, at("10:00"), at("12:00"))));

    assertThat(shop.by(justBefore("12:00")).team().shifts()).hasSize(1);
    assertThat(shop.by(at("12:00")).team().shifts()).isEmpty();
  }

  private Owed owed() {
    shop.present("10:00");
    shop.hearsNoMore();
    return shop.state().words().owed().getFirst();
  }

  private SiteDecision telling(Owed owed, Instant now) {
    return shop.happens(new SiteEvent.Telling(now, owed.number()));
  }

  private void outcome(Owed owed, Outcome outcome) {
    shop.happens(new SiteEvent.ToldDesk(at("10:00"), owed.number(), outcome));
  }
}
