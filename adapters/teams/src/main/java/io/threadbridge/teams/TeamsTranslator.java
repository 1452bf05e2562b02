package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.Nothing;
import io.threadbridge.teams.TeamsHappening.UnderACall;
import io.threadbridge.teams.TeamsHappening.UnknownInvoke;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Says what an activity of Teams means to us, or why it means nothing. What is not known is
/// nothing. Where we may hear every channel of a team, most of what comes is none of ours: it is
/// dropped by the channel's id alone, before anything of it is read.
///
/// Words are read by [TeamsMessages], buttons and dialogs by [TeamsPresses], what becomes of the
/// app and its channels by [TeamsChanges]; this class knows the envelope and reactions.
final class TeamsTranslator {
  private final TeamsDoors doors;
  private final OwnRoots roots;
  private final TeamsMessages messages;
  private final TeamsPresses presses;
  private final TeamsChanges changes;

  TeamsTranslator(TeamsDoors doors, OwnRoots roots, TeamsReading reading) {
    this.doors = doors;
    this.roots = roots;
    this.presses = new TeamsPresses(doors);
    this.messages = new TeamsMessages(doors, roots, reading, presses);
    this.changes = new TeamsChanges(doors);
  }

  /// What an activity means, of whichever kind it is.
  TeamsHappening translate(Told told) {
    return switch (told.type()) {
      case "installationUpdate" -> changes.installed(told);
      case "conversationUpdate" -> changes.changed(told);
      case "invoke" -> told.isNobodys() ? new UnknownInvoke("no person's") : presses.invoked(told);
      case "message" -> told.isNobodys() ? new Nothing("no person's") : messages.posted(told);
      case "messageUpdate" ->
          told.isNobodys() ? new Nothing("no person's") : messages.changed(told);
      case "messageDelete" -> told.isABots() ? new Nothing("a bot's") : messages.deleted(told);
      case "messageReaction" -> told.isNobodys() ? new Nothing("no person's") : reaction(told);
      default -> new Nothing("a kind of activity that is not used");
    };
  }

  /// Teams tells of reactions only on our own posts.
  private TeamsHappening reaction(Told told) {
    Optional<Deed> deed = Optional.empty();
    for (JsonNode added : told.tree().path("reactionsAdded")) {
      deed = deed.or(() -> deed(added.path("type").asText("")));
    }
    String root = told.root().isEmpty() ? told.replyTo() : told.root();
    if (deed.isEmpty() || root.isEmpty()) {
      return new Nothing("a reaction that is not used");
    }
    Instant at = told.at().orElse(Instant.MAX);
    Act act = new Act.Did(deed.get());
    String what = "reaction:" + deed.get().name() + ":" + at;
    if (roots.isAside(told.channel(), root)) {
      return new UnderACall(told.eventId(what), told.channel(), root, told.sender(), at, act);
    }
    Optional<DeskRef> desk = doors.inChannel(told.channel());
    return desk.isEmpty()
        ? new Nothing("a channel that is no desk")
        : new InThread(told.eventId(what), desk.get(), new ThreadRef(root), told.sender(), at, act);
  }

  /// Reactions have a character's number before their name; older clients send the character.
  private static Optional<Deed> deed(String reaction) {
    String name = reaction.replaceFirst("[_-].*", "").toLowerCase(Locale.ROOT);
    String number =
        name.isEmpty() || name.codePointAt(0) < 0x80
            ? name
            : Integer.toHexString(name.codePointAt(0));
    return switch (number) {
      case "1f440" -> Optional.of(Deed.CLAIM);
      case "2705" -> Optional.of(Deed.CLOSE);
      case "2714" -> Optional.of(Deed.NOTHING_OWED);
      default -> Optional.empty();
    };
  }
}
