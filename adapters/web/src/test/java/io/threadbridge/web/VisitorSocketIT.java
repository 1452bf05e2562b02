package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.web.WebClient.Opened;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VisitorSocketIT {
  private Program program;
  private World world;
  private WebClient web;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    world = program.world;
    web = new WebClient(program.url);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void aWordIsAcceptedAndAnswered() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    assertThat(WebClient.types(tab.upTo("availability")))
        .containsExactly("welcome", "state", "availability");
    tab.say("a-1", "Do you have boats?");
    JsonNode accepted = tab.next();
    assertThat(accepted.path("type").stringValue()).isEqualTo("accepted");
    assertThat(accepted.path("id").stringValue()).isEqualTo("a-1");
    assertThat(accepted.path("seq").intValue()).isEqualTo(1);
    JsonNode own = tab.next("message");
    assertThat(own.path("id").stringValue()).isEqualTo("a-1");
    assertThat(own.path("text").stringValue()).isEqualTo("Do you have boats?");
    assertThat(tab.next("state").path("phase").stringValue()).isEqualTo("waiting");
    world.staffWrites(opened.conversation(), "p1", "We do.");
    JsonNode answer = tab.next("message");
    assertThat(answer.path("seq").intValue()).isEqualTo(2);
    assertThat(answer.path("from").path("name").stringValue()).isEqualTo("Anna");
    assertThat(answer.path("from").path("photo").stringValue())
        .isEqualTo("https://photos.example/anna.png");
    JsonNode state = tab.next("state");
    assertThat(state.path("phase").stringValue()).isEqualTo("answered");
    assertThat(state.path("with").path("name").stringValue()).isEqualTo("Anna");
  }

  @Test
  void aRepeatedWordHasTheSameNumberAndStandsThereOnce() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.say("a-1", "Hello");
    tab.next("message");
    tab.say("a-2", "Boats?");
    tab.next("message");
    tab.say("a-1", "Hello");
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
    assertThat(tab.rest()).isEmpty();
    SocketClient again = web.tab(opened, 0);
    assertThat(WebClient.types(again.upTo("availability")))
        .containsExactly("welcome", "message", "message", "state", "availability");
  }

  @Test
  void aWordWhoseAnswerWasLostIsThereOnceAfterItsRepeat() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.next("availability");
    world.store.loseTheNextAnswer();
    tab.say("a-1", "Hello");
    JsonNode refused = tab.next("refused");
    assertThat(refused.path("reason").stringValue()).isEqualTo("unavailable");
    assertThat(refused.path("id").stringValue()).isEqualTo("a-1");
    assertThat(refused.path("retryAfter").intValue()).isPositive();
    tab.say("a-1", "Hello");
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
    world.beatAfter(VisitorSession.LOOK);
    assertThat(tab.next("message").path("seq").intValue()).isEqualTo(1);
  }

  @Test
  void whoComesBackGetsWhatWasMissedAndTheLatestOfWhatChanged() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.say("a-1", "Hello");
    tab.next("message");
    world.staffWrites(opened.conversation(), "p1", "We have two boats.");
    world.staffWrites(opened.conversation(), "p2", "They are green.");
    tab.next("message");
    tab.next("message");
    tab.cut();
    world.staffEdits(opened.conversation(), "p1", "We have three boats.");
    world.staffEdits(opened.conversation(), "p1", "We have four boats.");
    world.staffDeletes(opened.conversation(), "p2");
    world.staffWrites(opened.conversation(), "p3", "They are blue.");
    List<JsonNode> frames = web.tab(opened, 3).upTo("availability");
    assertThat(WebClient.types(frames))
        .containsExactly("welcome", "message", "edited", "deleted", "state", "availability");
    assertThat(frames.get(0).path("seq").intValue()).isEqualTo(4);
    assertThat(frames.get(1).path("text").stringValue()).isEqualTo("They are blue.");
    assertThat(frames.get(2).path("text").stringValue()).isEqualTo("We have four boats.");
    assertThat(frames.get(3).path("seq").intValue()).isEqualTo(3);
  }

  @Test
  void whoClaimsToHaveMoreThanThereIsMissesNothing() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 500);
    tab.next("availability");
    tab.say("a-1", "Hello");
    assertThat(tab.next("message").path("seq").intValue()).isEqualTo(1);
  }

  @Test
  void allTabsShowTheSame() {
    Opened opened = web.open();
    SocketClient one = web.tab(opened, 0);
    SocketClient other = web.tab(opened, 0);
    other.next("availability");
    one.say("a-1", "Hello");
    JsonNode seen = other.next("message");
    assertThat(seen.path("from").path("role").stringValue()).isEqualTo("visitor");
    assertThat(seen.path("id").stringValue()).isEqualTo("a-1");
    one.send("{\"type\":\"edit\",\"id\":\"e-1\",\"seq\":1,\"text\":\"Hello!\"}");
    assertThat(one.next("accepted").path("id").stringValue()).isEqualTo("a-1");
    assertThat(one.next("accepted").path("id").stringValue()).isEqualTo("e-1");
    assertThat(other.next("edited").path("text").stringValue()).isEqualTo("Hello!");
    one.send("{\"type\":\"delete\",\"id\":\"d-1\",\"seq\":1}");
    assertThat(one.next("accepted").path("seq").intValue()).isEqualTo(1);
    assertThat(other.next("deleted").path("seq").intValue()).isEqualTo(1);
    world.staffClaims(opened.conversation());
    assertThat(one.next("state").path("phase").stringValue())
        .isIn("waiting", "claimed", "answered");
    assertThat(other.next("state").path("with").path("name").stringValue()).isEqualTo("Anna");
  }

  @Test
  void aWordHalfAnHourAfterTheCloseGoesOnInAnotherConversation() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.say("a-1", "Hello");
    tab.next("message");
    world.staffWrites(opened.conversation(), "p1", "Hi.");
    world.staffCloses(opened.conversation());
    world.clock.advance(Duration.ofMinutes(31));
    tab.say("a-2", "One more thing");
    JsonNode moved = tab.next("moved");
    assertThat(moved.path("conversation").stringValue()).isNotEqualTo(opened.conversation());
    Opened next =
        new Opened(moved.path("conversation").stringValue(), moved.path("token").stringValue());
    SocketClient there = web.tab(next, 0);
    assertThat(there.next("message").path("text").stringValue()).isEqualTo("One more thing");
    there.say("a-2", "One more thing");
    assertThat(there.next("accepted").path("seq").intValue()).isEqualTo(1);
    tab.say("a-2", "One more thing");
    assertThat(tab.next("moved").path("conversation").stringValue()).isEqualTo(next.conversation());
    tab.say("a-1", "Hello");
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
  }

  @Test
  void aTokenThatIsADayOldIsReplaced() {
    Opened opened = web.open();
    SocketClient young = web.tab(opened, 0);
    young.say("a-1", "Hello");
    assertThat(WebClient.types(young.upTo("message"))).doesNotContain("token");
    world.clock.advance(VisitorGate.ROTATED_AFTER.plusSeconds(1));
    String newer = web.tab(opened, 0).next("token").path("token").stringValue();
    assertThat(newer).isNotEqualTo(opened.token());
    SocketClient again = web.tab(new Opened(opened.conversation(), newer), 0);
    assertThat(WebClient.types(again.upTo("state"))).doesNotContain("token");
  }

  @Test
  void erasingEndsEveryLineAndTheTokenOpensNothingAnyMore() {
    Opened opened = web.open();
    SocketClient one = web.tab(opened, 0);
    SocketClient other = web.tab(opened, 0);
    one.say("a-1", "Hello");
    other.next("message");
    one.send("{\"type\":\"erase\"}");
    assertThat(one.closeCode()).isEqualTo(4401);
    assertThat(other.closeCode()).isEqualTo(4401);
    assertThat(web.tab(opened, 0).closeCode()).isEqualTo(4401);
  }

  @Test
  void draftsAndProtectedPagesAreKnownToTheRulesAndNothingOfThemIsKept() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.next("availability");
    world.clock.advance(VisitorTab.CHANGED);
    tab.send("{\"type\":\"draft\",\"length\":7}");
    tab.rest();
    assertThat(world.facts(opened.conversation()).connected()).isTrue();
    assertThat(world.facts(opened.conversation()).suspensions()).hasSize(2);
    world.clock.advance(VisitorTab.CHANGED);
    tab.send("{\"type\":\"page\",\"url\":\"https://shop.example/checkout/1\",\"title\":\"Pay\"}");
    tab.rest();
    assertThat(world.facts(opened.conversation()).suspensions()).hasSize(3);
  }

  @Test
  void aCutLineCountsAsLostOnceItIsTheLastOne() {
    Opened opened = web.open();
    SocketClient one = web.tab(opened, 0);
    SocketClient other = web.tab(opened, 0);
    one.next("availability");
    other.next("availability");
    one.close();
    one.closeCode();
    other.rest();
    assertThat(world.facts(opened.conversation()).connected()).isTrue();
    other.cut();
    Eventually.holds(() -> !world.facts(opened.conversation()).connected());
    Eventually.holds(() -> world.connections.size() == 0);
  }

  @Test
  void aStoreThatGoesAwayCostsNothingButTime() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.next("availability");
    world.store.goAway();
    tab.say("a-1", "Hello");
    assertThat(tab.next().path("reason").stringValue()).isEqualTo("unavailable");
    assertThat(web.tab(opened, 0).closeCode()).isEqualTo(1012);
    world.beatAfter(VisitorSession.LOOK);
    assertThat(tab.rest()).isEmpty();
    world.store.comeBack();
    tab.say("a-1", "Hello");
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
    assertThat(tab.next("message").path("seq").intValue()).isEqualTo(1);
  }
}
