package io.threadbridge.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.threadbridge.bridge.application.ThreadCommand;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.AsksHowLong;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.Nothing;
import io.threadbridge.teams.TeamsHappening.Pressed;
import io.threadbridge.teams.TeamsHappening.SaidHowLong;
import io.threadbridge.teams.TeamsHappening.UnknownInvoke;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads presses of buttons, the box on the card, and the one dialog: as invokes, and from clients
/// that know none, as messages without words.
///
/// What a button brings back, its client may have made up. It is believed where it names a desk of
/// ours; whether who pressed may act there is asked of Teams.
final class TeamsPresses {
  private static final String PRESS = "adaptiveCard/action";
  private static final String OPENS_DIALOG = "task/fetch";
  private static final String ENDS_DIALOG = "task/submit";

  /// The id of a root activity. A client may send anything.
  private static final Pattern THREAD = Pattern.compile("[A-Za-z0-9:._-]{1,100}");

  private final ObjectMapper mapper = TeamsMapper.create();
  private final TeamsDoors doors;

  TeamsPresses(TeamsDoors doors) {
    this.doors = doors;
  }

  /// Whether a message is a press: a value, and no words.
  static boolean isAPress(Told told) {
    JsonNode value = told.value();
    return !value.isMissingNode()
        && !value.isNull()
        && told.tree().path("text").asText("").isBlank();
  }

  TeamsHappening invoked(Told told) {
    JsonNode value = tree(told.value());
    return switch (told.name()) {
      case PRESS -> pressed(told, tree(value.path("action").path("data")));
      case OPENS_DIALOG -> asksHowLong(told, tree(value.path("data")));
      case ENDS_DIALOG -> saidHowLong(told, tree(value.path("data")));
      default -> new UnknownInvoke("an invoke that is not used");
    };
  }

  private TeamsHappening pressed(Told told, JsonNode data) {
    return done(told, data)
        .<TeamsHappening>map(Pressed::new)
        .orElseGet(() -> new UnknownInvoke("a button that is not ours"));
  }

  /// The same press, as a message of a client that does not know how to ask.
  TeamsHappening submitted(Told told) {
    return done(told, tree(told.value()))
        .<TeamsHappening>map(done -> done)
        .orElseGet(() -> new Nothing("a button that is not ours"));
  }

  private TeamsHappening asksHowLong(Told told, JsonNode data) {
    return deed(told, data)
        .filter(deed -> deed.verb().equals(Deed.BACK_IN.name()))
        .<TeamsHappening>map(deed -> new AsksHowLong(deed.desk(), deed.thread().orElseThrow()))
        .orElseGet(() -> new UnknownInvoke("a dialog that is not ours"));
  }

  private TeamsHappening saidHowLong(Told told, JsonNode data) {
    Optional<TeamsDeed> deed =
        deed(told, data).filter(known -> known.verb().equals(Deed.BACK_IN.name()));
    if (deed.isEmpty()) {
      return new UnknownInvoke("a dialog that is not ours");
    }
    Optional<Duration> length = PromiseTime.written(deed.get().value().orElse(""));
    Act act = ThreadActs.back(length, Word.BACK_ERROR);
    return new SaidHowLong(inThread(told, deed.get(), act), length.isPresent());
  }

  private Optional<InThread> done(Told told, JsonNode data) {
    return deed(told, data)
        .flatMap(deed -> act(told, data, deed).map(act -> inThread(told, deed, act)));
  }

  private static InThread inThread(Told told, TeamsDeed deed, Act act) {
    return new InThread(
        told.eventId("pressed:" + deed.verb()),
        deed.desk(),
        deed.thread().orElseThrow(),
        told.sender(),
        told.at().orElse(Instant.MAX),
        act);
  }

  /// What the button brings back, with its thread; empty if that cannot be ours. A button without
  /// a thread stands on its own card, in the desk's own channel.
  private Optional<TeamsDeed> deed(Told told, JsonNode data) {
    String here = told.root().isEmpty() ? told.replyTo() : told.root();
    return TeamsDeed.read(data)
        .filter(deed -> doors.here().contains(deed.desk()))
        .filter(deed -> deed.thread().isPresent() || isOn(deed.desk(), told))
        .map(deed -> deed.thread().isPresent() ? deed : at(deed, here))
        .filter(deed -> deed.thread().filter(TeamsPresses::isAThread).isPresent());
  }

  private static boolean isAThread(ThreadRef thread) {
    return THREAD.matcher(thread.value()).matches();
  }

  private static boolean isOn(DeskRef desk, Told told) {
    return TeamsPlace.of(desk).channel().equals(told.channel());
  }

  private static TeamsDeed at(TeamsDeed deed, String root) {
    return new TeamsDeed(deed.verb(), deed.desk(), Optional.of(new ThreadRef(root)), deed.value());
  }

  private static Optional<Act> act(Told told, JsonNode data, TeamsDeed pressed) {
    if (pressed.verb().equals(TeamsDeed.REPLY)) {
      String text = data.path(TeamsDeed.REPLY_INPUT).asText("");
      return Optional.of(boxed(told, TeamsReading.readable(text)));
    }
    Instant at = told.at().orElse(Instant.MIN);
    String value = pressed.value().orElse("");
    return Arrays.stream(Deed.values())
        .filter(deed -> deed.name().equals(pressed.verb()))
        .findFirst()
        .map(deed -> ThreadActs.of(deed, value, at));
  }

  /// The box takes commands as the thread does; it can mention nobody.
  private static Act boxed(Told told, String text) {
    if (text.isBlank()) {
      return new Act.Misspelt(Word.EMPTY_REPLY);
    }
    return ThreadCommand.read(text)
        .map(command -> ThreadActs.of(command, Optional.empty()))
        .orElseGet(() -> new Act.Boxed(told.id(), text));
  }

  /// Some clients send what a card brings back as a text.
  private JsonNode tree(JsonNode value) {
    if (!value.isTextual()) {
      return value;
    }
    try {
      return mapper.readTree(value.asText());
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
