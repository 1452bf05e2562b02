package io.threadbridge.redis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Care;
import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Deferral;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.QuietEnding;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SharedFile.Source;
import io.threadbridge.bridge.conversation.SharedFile.Standing;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.Stays;
import io.threadbridge.bridge.conversation.Suspension;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.Visitor;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.conversation.Wait;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.bridge.site.Attendance;
import io.threadbridge.contract.Samples;
import io.threadbridge.contract.SiteSamples;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read again as it was, whatever it is; and nothing of Java is in what is
/// stored.
final class CodecTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Instant LATER = AT.plusSeconds(60);
  private static final String WORDS =
      " \"quoted\" \\ \r\n\t \u0000 {\"v\":2} Привіт, äö 👩‍👧 \u202E <b>&amp;</b> ";
  private static final Staff ANNA =
      new Staff("slack:U1", "Anna \"A\"", Optional.of(URI.create("https://photos.example/a.png")));
  private static final Staff BERTIL = new Staff("slack:U2", "Bertil", Optional.empty());
  private static final Message CHANGED =
      new Message(3, new Author.OfStaff(ANNA), WORDS, AT, Optional.empty(), 4, false);

  private static final Place PLACE = new Place(new DeskRef("teams:T/C"), new ThreadRef("1.0"));

  private static final List<SharedFile> FILES =
      List.of(
          new SharedFile("f-1", WORDS, "image/png", 9, new Source.Kept(Samples.ID)),
          new SharedFile(
              "f-2",
              "plan.pdf",
              "application/pdf",
              SharedFile.SIZE_MAX,
              new Source.OnDesk(PLACE.desk(), "F0001 \"x\""),
              List.of(new Standing(PLACE, new PostRef("1.2")))));
  private static final Noted NOTED =
      new Noted(
          new SiteName("shop {1}"),
          PLACE.desk(),
          AT,
          ZoneId.of("Europe/Kyiv"),
          "uk",
          "/boats/äö",
          Optional.of("slack:U1"),
          Stream.of(Kind.values()).map(kind -> new Fact(kind, Bins.MILLIS_MAX)).toList());

  private static final List<Suspension> SUSPENSIONS =
      Arrays.stream(Suspension.Reason.values())
          .map(reason -> new Suspension(reason, AT, LATER))
          .toList();

  private static final VisitorFacts FACTS =
      new VisitorFacts(false, Optional.of(LATER), SUSPENSIONS);

  private static Opening opening(boolean full) {
    return new Opening(
        new ConversationId("c-1"),
        new SiteName("shop"),
        new DeskRef("teams:19:abc@thread.tacv2/x"),
        new Visitor(given(full, "Андрій"), given(full, "a@visitor.example"), "Blue Heron"),
        new Page("https://shop.example/?q=\"", WORDS),
        "uk-UA",
        AT,
        given(full, new ConversationId("c-0")));
  }

  private static Progress progress(boolean full) {
    return full ? Samples.fullProgress(7, LATER) : Samples.progress(opening(false), 7, LATER);
  }

  private static <T> Optional<T> given(boolean full, T value) {
    return Optional.of(value).filter(_ -> full);
  }

  static Stream<Conversation> conversations() {
    return Stream.of(true, false).flatMap(CodecTest::conversations);
  }

  private static Wait wait(StaffClock.Column column, boolean full) {
    Opener opener = full ? Opener.UNCLEAR : Opener.STATED;
    List<Staff> told = full ? List.of(ANNA, BERTIL) : List.of();
    List<Instant> toldAt = full ? List.of(AT, LATER) : List.of();
    Care care = new Care(2, full, told, opener, toldAt, given(full, LATER));
    return new Wait(AT, column, LATER, 2, given(full, LATER), AT, LATER, care);
  }

  private static Silence silence(Silence.Step step, boolean full) {
    return new Silence(AT, step, LATER, AT, full, given(full, LATER), given(full, LATER));
  }

  private static Promise promise(boolean full) {
    return new Promise(ANNA, AT, LATER, LATER, full, !full, given(full, LATER));
  }

  private static Stream<Conversation> conversations(boolean full) {
    Opening opening = opening(full);
    Progress progress = progress(full);
    Stream<Conversation> waiting =
        Arrays.stream(StaffClock.Column.values())
            .map(column -> wait(column, full))
            .map(clock -> new Conversation.Waiting(opening, progress, clock));
    Stream<Conversation> answered =
        Arrays.stream(Silence.Step.values())
            .map(step -> silence(step, full))
            .map(silence -> new Conversation.Answered(opening, progress, silence));
    Stream<Conversation> ending =
        Arrays.stream(ClosingKind.values())
            .map(kind -> new QuietEnding(kind, AT, LATER))
            .map(quiet -> new Conversation.Ending(opening, progress, quiet));
    Stream<Conversation> closed =
        Arrays.stream(CloseReason.values())
            .map(reason -> new Conversation.Closed(opening, progress, LATER, reason));
    return Stream.of(
            Stream.<Conversation>of(
                new Conversation.NotStarted(opening), new Conversation.Erased(opening.id(), LATER)),
            Stream.<Conversation>of(
                new Conversation.Promised(opening, progress, promise(full)),
                new Conversation.Deferred(opening, progress, new Deferral(AT, LATER))),
            waiting,
            answered,
            ending,
            closed)
        .flatMap(states -> states);
  }

  static Stream<Effect> effects() {
    Map<String, Object> arguments =
        Map.of("name", WORDS, "variant", 3, "time", AT, "likeTime", AT.toString());
    Stream<Effect> words =
        Arrays.stream(TextKey.values())
            .flatMap(
                key ->
                    Stream.of(
                        new Effect.Hint(ANNA, key, arguments),
                        new Effect.TellDirectly(BERTIL, key, Map.of())));
    return Stream.concat(
        words,
        Stream.of(
            new Effect.OpenThread(),
            new Effect.Relay(1),
            new Effect.Rewrite(2_000),
            new Effect.ShowCard(),
            new Effect.IndexThread(new DeskRef("slack:C1"), new ThreadRef("1.0")),
            new Effect.ConfirmNote(new PostRef("1.1"), ANNA, Optional.empty()),
            new Effect.ConfirmNote(new PostRef("1.1"), ANNA, Optional.of(new DeskRef("slack:C1"))),
            new Effect.Retell(2, 7),
            new Effect.PassFile(2, 7, "f-1"),
            new Effect.RetractFile(PLACE, new PostRef("1.2")),
            new Effect.ShowMoved(PLACE),
            new Effect.HintIn(PLACE, ANNA, TextKey.HINT_MOVED),
            new Effect.Count(NOTED),
            new Effect.Publish(NOTED)));
  }

  static Stream<StaffEvent> staffEvents() {
    PostRef post = new PostRef("1.1");
    return Stream.of(
        new StaffEvent.Wrote(AT, ANNA, post, WORDS, 2, FACTS),
        new StaffEvent.Wrote(AT, ANNA, post, "", 0, VisitorFacts.THERE),
        new StaffEvent.Wrote(AT, ANNA, post, "", FILES, 1, VisitorFacts.THERE),
        new StaffEvent.Edited(AT, ANNA, post, Optional.of(CHANGED), WORDS),
        new StaffEvent.Edited(AT, ANNA, post, Optional.empty(), WORDS),
        new StaffEvent.Deleted(AT, ANNA, post, Optional.of(CHANGED)),
        new StaffEvent.Deleted(AT, ANNA, post, Optional.empty()),
        new StaffEvent.Claimed(AT, BERTIL),
        new StaffEvent.ClosedIt(AT, BERTIL),
        new StaffEvent.NothingOwed(AT, BERTIL),
        new StaffEvent.HandedOverToDesk(AT, BERTIL, "work|shop \"x\"", Optional.of(PLACE.desk())),
        new StaffEvent.HandedOverToDesk(AT, BERTIL, "nowhere"));
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void everyState(Conversation conversation) {
    String text = ConversationCodec.write(conversation);

    assertThat(ConversationCodec.read(text)).isEqualTo(conversation);
    assertPlain(text);
  }

  @ParameterizedTest
  @MethodSource("effects")
  void everyEffect(Effect effect) {
    String text = EffectCodec.write(effect);

    assertThat(EffectCodec.read(text)).isEqualTo(effect);
    assertPlain(text);
  }

  @ParameterizedTest
  @MethodSource("staffEvents")
  void everyStaffEvent(StaffEvent event) {
    String text = StaffEventCodec.write(event);

    assertThat(StaffEventCodec.read(text)).isEqualTo(event);
    assertPlain(text);
  }

  static Stream<Message> messages() {
    return Stream.of(
        CHANGED,
        new Message(3, new Author.OfStaff(ANNA), "", AT, Optional.empty(), FILES, 1, false),
        new Message(1, new Author.OfVisitor(), WORDS, AT, Optional.of("say 1"), 0, false),
        new Message(2, new Author.OfBridge(), "", AT, Optional.empty(), 9, true));
  }

  static Stream<TabPresence> tabs() {
    return Stream.of(
        new TabPresence("tab", "instance", LATER, Optional.of(AT), SUSPENSIONS),
        new TabPresence("tab", "instance", LATER, Optional.empty(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyAuthor(Message message) {
    assertThat(MessageCodec.read(MessageCodec.write(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("tabs")
  void everyTab(TabPresence tab) {
    assertThat(TabPresenceCodec.read(TabPresenceCodec.write(tab))).isEqualTo(tab);
  }

  @Test
  void aStateSavedBeforeConversationsCouldMoveHasNeverMoved() {
    Conversation.Started state = Samples.waiting(Samples.ID, 3, AT, LATER);
    String text = ConversationCodec.write(state);

    assertThat(text).doesNotContain("stays");
    Conversation.Started read = (Conversation.Started) ConversationCodec.read(text);
    assertThat(read.progress().stays()).isEqualTo(Stays.at(state.opening().desk(), AT));
  }

  @Test
  void aWaitSavedBeforeSignsOfLifeWereKeptHasNone() {
    Conversation state = Samples.waiting(Samples.ID, 3, AT, LATER);
    String older = ConversationCodec.write(state).replace("\"toldAt\":[],", "");

    assertThat(older).doesNotContain("toldAt");
    assertThat(ConversationCodec.read(older)).isEqualTo(state);
  }

  @Test
  void aKindThatOnlyALaterVersionCountsIsLeftOut() {
    JournalEntry entry = new JournalEntry(AT, "a", "b", "c", Optional.of(NOTED));
    String later = JournalEntryCodec.write(entry).replace("\"facts\":[", "\"facts\":[126,5,");

    assertThat(later).contains("[126,5,");
    assertThat(JournalEntryCodec.read(later)).isEqualTo(entry);
  }

  @Test
  void aBatchAndAnEntryOfTheJournal() {
    SealedBatch batch =
        new SealedBatch("b-1", "2.1", AT, 1, Optional.of(new Stay(PLACE.desk(), 2)))
            .repeated(LATER);
    SealedBatch first = new SealedBatch("b-1", "2.1", AT);
    JournalEntry entry =
        new JournalEntry(AT, "VisitorEvent.Wrote", "NotStarted", "Waiting", Optional.of(NOTED));

    assertThat(SealedBatchCodec.read(SealedBatchCodec.write(batch))).isEqualTo(batch);
    assertThat(SealedBatchCodec.read(SealedBatchCodec.write(first))).isEqualTo(first);
    assertThat(JournalEntryCodec.read(JournalEntryCodec.write(entry))).isEqualTo(entry);
  }

  @Test
  void whatAnOlderProgramWroteIsStillRead() {
    assertThat(EffectCodec.read("{\"v\":1,\"effect\":\"confirm-note\",\"post\":\"1.1\"}"))
        .isEqualTo(
            new Effect.ConfirmNote(
                new PostRef("1.1"), new Staff("", "", Optional.empty()), Optional.empty()));
    assertThat(
            SealedBatchCodec.read(
                "{\"v\":1,\"id\":\"b-1\",\"last\":\"2.1\",\"at\":\"" + AT + "\"}"))
        .isEqualTo(new SealedBatch("b-1", "2.1", AT, 1, Optional.empty()));
    assertThat(
            StaffEventCodec.read(
                StaffEventCodec.write(
                        new StaffEvent.Wrote(AT, ANNA, new PostRef("1.1"), WORDS, 2, FACTS))
                    .replace("withheld", "files")))
        .isEqualTo(new StaffEvent.Wrote(AT, ANNA, new PostRef("1.1"), WORDS, 2, FACTS));
    String site = SiteStateCodec.write(SiteSamples.all(new SiteName("shop")).getLast());
    assertThat(SiteStateCodec.read(site.replace("\"tries\":2", "\"perhapsSaid\":true")))
        .satisfies(state -> assertThat(state.words().owed().getFirst().tries()).isEqualTo(1));
    String beforeDigests =
        site.replaceFirst("\"leads\":\\{[^}]*},", "").replaceFirst("\"digests\":\\{[^}]*},", "");
    assertThat(beforeDigests).doesNotContain("leads", "digests");
    assertThat(SiteStateCodec.read(beforeDigests).digests().day()).isEmpty();
    assertThat(SiteStateCodec.read(beforeDigests).leads().open()).isEmpty();
    String beforePresence = site.replaceFirst(",\"attendance\":\\{[^}]*}", "");
    assertThat(beforePresence).doesNotContain("attendance");
    assertThat(SiteStateCodec.read(beforePresence).attendance()).isEqualTo(Attendance.NONE);
  }

  @Test
  void anotherFormatIsRefusedAndNotGuessed() {
    String newer = MessageCodec.write(CHANGED).replace("{\"v\":1,", "{\"v\":2,");

    assertThatThrownBy(() -> MessageCodec.read(newer)).hasMessageContaining("format 2");
    assertThatThrownBy(() -> MessageCodec.read("{}")).hasMessageContaining("format 0");
    assertThatThrownBy(() -> EffectCodec.read("{\"v\":1,\"effect\":\"sing\"}"))
        .hasMessageContaining("sing");
    assertThatThrownBy(() -> EffectCodec.read("{\"v\":1}")).hasMessageContaining("effect");
  }

  private static void assertPlain(String text) {
    assertThat(text).startsWith("{\"v\":1,").doesNotContain("threadbridge", "java.");
  }
}
