package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.Noting;
import io.threadbridge.bridge.application.PublishStep;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.VisitorEvent;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a conversation owes a warehouse gets there in order, again and again if need be, and is let
/// go when nobody takes it for a day.
final class PublishingTest {
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final ManualClock clock = new ManualClock(NOON);
  private final Between between = new Between();
  private final Told told = new Told();
  private final Warehouse warehouse = new Warehouse();
  private final MemoryStore kept = new MemoryStore(new MemoryPresenceBook());
  private final Outbox outbox = between.of(Outbox.class, kept);
  private final ConversationHandler handler = handler(true);
  private final PublishStep step =
      new PublishStep(outbox, between.of(EventFeed.class, warehouse), handler, told, clock);
  private int number;

  private ConversationHandler handler(boolean published) {
    Shop shop = new Shop();
    Noting noting = new Noting(shop, _ -> false, _ -> published);
    SaveWriter writer = new SaveWriter(shop, new Keys(), noting);
    return new ConversationHandler(kept, writer, new Unheard(), told, clock);
  }

  private ConversationId open() {
    number++;
    ConversationOpener opener = new ConversationOpener(kept, clock, () -> "conversation-" + number);
    Page page = new Page("https://shop.example/boats", "Boats");
    return opener.open(new Shop().site(), page, "en", Optional.of("Andriy"), Optional.empty());
  }

  private void happens(ConversationId id, ConversationEvent event) {
    number++;
    var _ = handler.handle(id, new EventId("event-" + number), event);
  }

  private void asks(ConversationId id) {
    happens(id, new VisitorEvent.Wrote(clock.instant(), "say-" + number, "And then?"));
  }

  private void answers(ConversationId id) {
    PostRef post = new PostRef("post-" + number);
    happens(id, new StaffEvent.Wrote(clock.instant(), ANNA, post, "Yes.", 0, VisitorFacts.THERE));
  }

  /// The workers look twice a second for so long.
  private void workFor(Duration length) {
    for (Duration gone = Duration.ZERO; gone.compareTo(length) < 0; gone = gone.plus(MOMENT)) {
      ready().forEach(this::workOn);
      clock.advance(MOMENT);
    }
  }

  private List<ConversationId> ready() {
    return outbox.ready(clock.instant(), Duration.ofSeconds(5), 100).stream()
        .filter(lane -> lane.lane() == Lane.EVENTS)
        .map(Outbox.Ready::conversation)
        .toList();
  }

  private void workOn(ConversationId id) {
    while (step.run(id)) {
      assertThat(warehouse.calls).hasSizeLessThan(1_000);
    }
  }

  private List<Kind> kinds() {
    return warehouse.calls.stream()
        .flatMap(List::stream)
        .flatMap(event -> event.noted().facts().stream())
        .map(Fact::kind)
        .toList();
  }

  private boolean owes(ConversationId id) {
    return kept.claim(id, Lane.EVENTS, clock.instant().plus(Outbox.LEASE)).isPresent();
  }

  @Test
  void whatIsOwedIsOneCallInItsOrder() {
    ConversationId id = open();
    asks(id);
    clock.advance(Duration.ofSeconds(7));
    answers(id);
    workFor(MOMENT);

    assertThat(warehouse.calls).hasSize(1);
    assertThat(kinds()).containsSubsequence(Kind.BEGUN, Kind.FIRST_ANSWER).doesNotHaveDuplicates();
    assertThat(warehouse.ids()).doesNotHaveDuplicates();
    assertThat(owes(id)).isFalse();
  }

  @Test
  void aConversationHasANameOfItsOwnThere() {
    ConversationId id = open();
    asks(id);
    workFor(MOMENT);
    answers(id);
    workFor(MOMENT);
    ConversationId other = open();
    asks(other);
    workFor(MOMENT);

    List<String> names =
        warehouse.calls.stream().map(call -> call.getFirst().conversation()).toList();
    assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2)).hasSize(32);
    assertThat(names).noneMatch(name -> name.contains(id.value()));
    assertThat(warehouse.calls.getFirst().getFirst().id()).startsWith(names.getFirst() + ":");
  }

  @Test
  void whereASiteHasNoneNothingIsOwed() {
    ConversationId id = open();
    var _ =
        handler(false)
            .handle(
                id, new EventId("event"), new VisitorEvent.Wrote(clock.instant(), "say", "And?"));

    assertThat(owes(id)).isFalse();
    assertThat(kept.claim(id, Lane.FIGURES, clock.instant())).isPresent();
  }

  @Test
  void whoeverDiesBetweenTellingAndSettlingTellsItAgainUnderTheSameIds() {
    ConversationId id = open();
    asks(id);
    between.dieAfter("publish");
    assertThatThrownBy(() -> step.run(id)).isInstanceOf(WorkerDied.class);
    workFor(Outbox.LEASE.plusSeconds(5));

    assertThat(warehouse.calls).hasSize(2);
    assertThat(warehouse.calls.get(1)).isEqualTo(warehouse.calls.get(0));
    assertThat(owes(id)).isFalse();
  }

  @Test
  void anErasedConversationTellsThatItEnded() {
    ConversationId id = open();
    asks(id);
    happens(id, new VisitorEvent.AskedToErase(clock.instant()));
    workFor(MOMENT);

    assertThat(kinds()).contains(Kind.BEGUN, Kind.ENDED_ERASED);
    assertThat(owes(id)).isFalse();
  }

  @Test
  void manyEventsAreSeveralCalls() {
    ConversationId id = open();
    for (int i = 0; i < EventFeed.EVENTS_MAX; i++) {
      asks(id);
      clock.advance(Duration.ofSeconds(1));
      answers(id);
      clock.advance(Duration.ofSeconds(1));
    }
    workFor(MOMENT);

    assertThat(warehouse.calls).hasSizeGreaterThan(1).allMatch(call -> isWithinBounds(call));
    assertThat(kinds().stream().filter(kind -> kind == Kind.LATER_ANSWER))
        .hasSize(EventFeed.EVENTS_MAX - 1);
    assertThat(warehouse.ids()).doesNotHaveDuplicates();
  }

  private static boolean isWithinBounds(List<EventFeed.Event> call) {
    int facts = call.stream().mapToInt(event -> event.noted().facts().size()).sum();
    return call.size() <= EventFeed.EVENTS_MAX && facts <= EventFeed.FACTS_MAX;
  }

  @Test
  void whatIsRefusedIsLetGoAndSomebodyIsTold() {
    ConversationId id = open();
    asks(id);
    warehouse.answers.add(new Delivery.Refused("the webhook answers 400"));
    workFor(Duration.ofMinutes(1));

    assertThat(warehouse.calls).hasSize(1);
    assertThat(told.of("refused EVENTS")).containsExactly("refused EVENTS the webhook answers 400");
    assertThat(owes(id)).isFalse();
  }

  @Test
  void aBusyWarehouseIsLeftAloneAsLongAsItSaysByAllConversations() {
    asks(open());
    warehouse.answers.add(new Delivery.Later(Duration.ofSeconds(60), "busy", ""));
    workFor(MOMENT);
    asks(open());
    workFor(Duration.ofSeconds(59));
    assertThat(warehouse.calls).hasSize(1);

    workFor(Duration.ofSeconds(10));
    assertThat(warehouse.calls).hasSize(3);
    assertThat(warehouse.ids().subList(1, 3))
        .doesNotHaveDuplicates()
        .contains(warehouse.ids().getFirst());
  }

  @Test
  void aWarehouseThatHangsIsTriedLessAndLess() {
    ConversationId id = open();
    asks(id);
    warehouse.always = new Delivery.Unknown("no answer");
    workFor(Duration.ofHours(1));

    assertThat(warehouse.calls).hasSizeBetween(12, 25);
    assertThat(told.of("unknown EVENTS")).hasSameSizeAs(warehouse.calls);
    assertThat(owes(id)).isTrue();
  }

  @Test
  void whatNobodyTakesForADayIsLetGoAndNotBefore() {
    ConversationId id = open();
    asks(id);
    warehouse.always = new Delivery.Later(Duration.ofSeconds(10), "not reached", "check it");
    workFor(PublishStep.GIVEN_UP_AFTER);
    assertThat(told.of("refused EVENTS")).isEmpty();
    workFor(Duration.ofMinutes(6));

    assertThat(told.of("refused EVENTS")).hasSize(1).first().asString().contains("not reached");
    assertThat(owes(id)).isFalse();
  }

  @Test
  void whatWasOwedForLongerThanADayIsTriedAllTheSame() {
    ConversationId id = open();
    asks(id);
    clock.advance(Duration.ofHours(30));
    workFor(MOMENT);

    assertThat(kinds()).contains(Kind.BEGUN);
  }

  /// The workers of this test look by themselves.
  private static final class Unheard implements Nudges {
    @Override
    public void saved(Conversation conversation, Set<Lane> owing) {
      // Whatever is owed is in the outbox.
    }

    @Override
    public void look(ConversationId conversation) {
      // No visitor is connected.
    }
  }

  /// Texts that say their keys.
  private static final class Keys implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return key.name();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      return name;
    }
  }
}
