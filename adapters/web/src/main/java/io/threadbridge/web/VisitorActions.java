package io.threadbridge.web;

import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorDoor.Answer;
import io.threadbridge.bridge.application.VisitorText;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Does what a visitor's frame asks for, on whatever line it came, and says what to answer. A store
/// that is away is an answer too: `refused unavailable`, and the client, which has lost nothing,
/// repeats.
///
/// A frame of an unknown type is refused as `malformed`, and the line stays. (`unknown` would tell
/// the client that its conversation is gone.) What a `choice` or a `rate` came to is told by the
/// next `state`.
public final class VisitorActions {
  /// What a client is told to wait while the store is away.
  static final Duration AWAY = Duration.ofSeconds(5);

  private final VisitorDoor door;
  private final VisitorGate gate;
  private final RateLimits rates;
  private final VisitorLimits limits;
  private final InstantSource clock;

  /// Actions through this door.
  public VisitorActions(
      VisitorDoor door,
      VisitorGate gate,
      RateLimits rates,
      VisitorLimits limits,
      InstantSource clock) {
    this.door = door;
    this.gate = gate;
    this.rates = rates;
    this.limits = limits;
    this.clock = clock;
  }

  /// Does it; the frames that answer it, perhaps none.
  List<FrameToVisitor> answer(FrameToBridge frame, VisitorTab tab) {
    try {
      return done(frame, tab);
    } catch (StoreUnavailable _) {
      return refused(frame, Reason.UNAVAILABLE, Optional.of(AWAY));
    }
  }

  private List<FrameToVisitor> done(FrameToBridge frame, VisitorTab tab) {
    ConversationId id = tab.admission().conversation();
    return switch (frame) {
      case FrameToBridge.Ping _ -> List.of(new FrameToVisitor.Pong());
      case FrameToBridge.Say say -> lasting(say, id, () -> say(say, tab));
      case FrameToBridge.Edit edit ->
          lasting(
              edit,
              id,
              () -> changed(edit, edit.seq(), door.edit(id, edit.id(), edit.seq(), edit.text())));
      case FrameToBridge.Delete delete ->
          lasting(
              delete,
              id,
              () -> changed(delete, delete.seq(), door.delete(id, delete.id(), delete.seq())));
      case FrameToBridge.Draft draft ->
          silently(() -> tab.drafted(draft.length(), clock.instant()));
      case FrameToBridge.Browsed page -> silently(() -> tab.onPage(page.url(), clock.instant()));
      case FrameToBridge.Seen seen -> silently(() -> seen(seen.seq(), tab));
      case FrameToBridge.Leave leave -> lasting(leave, id, () -> leave(tab));
      case FrameToBridge.Erase erase -> lasting(erase, id, () -> silently(() -> door.erase(id)));
      case FrameToBridge.Form form -> lasting(form, id, () -> form(form, tab));
      case FrameToBridge.Choice choice -> lasting(choice, id, () -> choice(choice, tab));
      case FrameToBridge.Rate rated ->
          lasting(rated, id, () -> done(rated, door.rate(id, rated.stars(), rated.comment())));
      case FrameToBridge.Hello _, FrameToBridge.Malformed _, FrameToBridge.Unreadable _ ->
          refused(frame, Reason.MALFORMED, Optional.empty());
    };
  }

  private interface Deed {
    List<FrameToVisitor> done();
  }

  /// What changes a conversation is counted for the visitor, over all lines and instances.
  private List<FrameToVisitor> lasting(FrameToBridge frame, ConversationId id, Deed deed) {
    Optional<Duration> wait =
        rates.take(
            "visitor:" + id.value(),
            limits.visitorPerMinute(),
            limits.visitorBurst(),
            clock.instant());
    return wait.isPresent() ? refused(frame, Reason.RATE, wait) : deed.done();
  }

  /// Words for a conversation that ended long ago are kept in the one that continues it; the client
  /// repeats them there, under the same id, and gets their number.
  private List<FrameToVisitor> say(FrameToBridge.Say say, VisitorTab tab) {
    Answer answer = door.say(conversation(tab), say.id(), say.text(), say.files());
    return said(say, say.id(), tab, answer);
  }

  /// The name stands under the words: a conversation that has begun knows its visitor's already,
  /// and a client that is asked for one again has something to add.
  private List<FrameToVisitor> form(FrameToBridge.Form form, VisitorTab tab) {
    String text =
        form.name()
            .map(name -> VisitorText.clean(name).replaceAll("\\s+", " "))
            .filter(name -> !name.isEmpty() && !VisitorText.clean(form.text()).isEmpty())
            .map(name -> form.text() + "\n– " + name)
            .orElse(form.text());
    Answer answer = door.sendForm(conversation(tab), form.id(), text, form.way(), form.contact());
    return said(form, form.id(), tab, answer);
  }

  private List<FrameToVisitor> choice(FrameToBridge.Choice choice, VisitorTab tab) {
    String wish = choice.id().orElseGet(tab::nextWish);
    if (choice.way().isEmpty()) {
      return silently(() -> door.keepWaiting(conversation(tab), wish));
    }
    Lead.Way way = choice.way().get();
    return done(choice, door.choose(conversation(tab), wish, way, choice.contact()));
  }

  private static ConversationId conversation(VisitorTab tab) {
    return tab.admission().conversation();
  }

  private static List<FrameToVisitor> done(FrameToBridge frame, Answer answer) {
    return answer instanceof Answer.Refused refused
        ? refused(frame, reason(refused), Optional.empty())
        : List.of();
  }

  private List<FrameToVisitor> said(
      FrameToBridge frame, String sayId, VisitorTab tab, Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted -> {
        tab.sent(clock.instant());
        yield List.of(
            new FrameToVisitor.Accepted(sayId, accepted.seq(), Optional.of(accepted.at())));
      }
      case Answer.Continued continued -> {
        tab.sent(clock.instant());
        yield List.of(new FrameToVisitor.Moved(continued.in().value(), gate.issue(continued.in())));
      }
      case Answer.Refused refused -> refused(frame, reason(refused), Optional.empty());
      case Answer.Done _ -> List.of();
    };
  }

  private static List<FrameToVisitor> changed(FrameToBridge frame, int seq, Answer answer) {
    return answer instanceof Answer.Refused refused
        ? refused(frame, reason(refused), Optional.empty())
        : List.of(
            new FrameToVisitor.Accepted(frame.answerTo().orElseThrow(), seq, Optional.empty()));
  }

  /// A growing number is worth a step of the store, anything else is known.
  private void seen(int seq, VisitorTab tab) {
    if (tab.isNews(seq)) {
      door.saw(tab.admission().conversation(), seq);
      tab.saw(seq);
    }
  }

  private List<FrameToVisitor> leave(VisitorTab tab) {
    door.leave(tab.admission().conversation(), tab.nextWish());
    return List.of();
  }

  private static List<FrameToVisitor> silently(Runnable deed) {
    deed.run();
    return List.of();
  }

  private static Reason reason(Answer.Refused refused) {
    return switch (refused.reason()) {
      case "empty" -> Reason.EMPTY;
      case "too-long" -> Reason.TOO_LONG;
      case "full" -> Reason.FULL;
      case "malformed" -> Reason.MALFORMED;
      case "contact" -> Reason.CONTACT;
      case "file" -> Reason.FILE;
      default -> Reason.UNKNOWN;
    };
  }

  static List<FrameToVisitor> refused(
      FrameToBridge frame, Reason reason, Optional<Duration> retryAfter) {
    return List.of(new FrameToVisitor.Refused(frame.answerTo(), reason, retryAfter));
  }
}
