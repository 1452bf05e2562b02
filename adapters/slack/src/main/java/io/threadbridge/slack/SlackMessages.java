package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import io.threadbridge.slack.SlackHappening.Nothing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reads message events: replies, their edits and their deletions.
///
/// Where somebody deletes a file, its post stays with what is left; a post of which nothing is left
/// counts as deleted. A deleted file of another post is not shown any more, see [SlackDownloads].
///
/// Slack tells as an edit what is none: an unfurled link, a detected language, a reply that was
/// also sent to the channel, our own update of a card. Only what changes the words is one.
final class SlackMessages {
  /// A person's words: plainly, with files, also sent to the channel, and as `/me`.
  private static final Set<String> PEOPLES =
      Set.of("", "file_share", "thread_broadcast", "me_message");

  private final StaffText text;
  private final HungFiles files;

  SlackMessages(StaffText text, HungFiles files) {
    this.text = text;
    this.files = files;
  }

  SlackHappening read(JsonObject event, SlackSelf self) {
    String subtype = SlackJson.text(event, "subtype");
    return switch (subtype) {
      case "message_changed" -> changed(event, self);
      case "message_deleted" -> deleted(event, self);
      default -> posted(event, subtype, self);
    };
  }

  private SlackHappening posted(JsonObject event, String subtype, SlackSelf self) {
    String channel = SlackJson.text(event, "channel");
    if (self.wrote(event)) {
      return SlackTranslator.ownPost(channel, event);
    }
    Optional<Nothing> nothing = noReply(event, subtype);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    String ts = SlackJson.text(event, "ts");
    String words = text.of(event);
    Act act =
        ThreadCommands.read(words, SlackJson.text(event, "text"))
            .orElseGet(() -> wrote(channel, event, words));
    return inThread(channel, event, "wrote", SlackTime.read(ts).orElseThrow(), act, self);
  }

  private Act wrote(String channel, JsonObject message, String words) {
    HungFiles.Hung hung = files.of(channel, message);
    return new Act.Wrote(SlackJson.text(message, "ts"), words, hung.files(), hung.withheld());
  }

  /// Why a message is no reply of a person's, if it is none.
  private static Optional<Nothing> noReply(JsonObject message, String subtype) {
    String ts = SlackJson.text(message, "ts");
    String thread = SlackJson.text(message, "thread_ts");
    if (!PEOPLES.contains(subtype)) {
      return Optional.of(new Nothing("a kind of message that is not used"));
    }
    if (SlackJson.flag(message, "hidden")) {
      return Optional.of(new Nothing("a hidden message"));
    }
    if (SlackSelf.isNoPersons(message)) {
      return Optional.of(new Nothing("no person's"));
    }
    if (!SlackTime.isMoment(ts) || !SlackTime.isMoment(thread) || thread.equals(ts)) {
      return Optional.of(new Nothing("in no thread"));
    }
    return Optional.empty();
  }

  private SlackHappening changed(JsonObject event, SlackSelf self) {
    JsonObject message = SlackJson.object(event, "message");
    JsonObject before = SlackJson.object(event, "previous_message");
    String channel = SlackJson.text(event, "channel");
    if (self.wrote(message) || self.wrote(before)) {
      return new Nothing("our own post, changed");
    }
    if (SlackJson.text(message, "subtype").equals("tombstone")) {
      return gone(channel, SlackJson.text(message, "ts"), event, self);
    }
    Optional<Nothing> nothing = noReply(message, SlackJson.text(message, "subtype"));
    if (nothing.isPresent()) {
      return nothing.get();
    }
    String words = text.of(message);
    if (words.isEmpty() && HungFiles.areAllDeleted(message)) {
      return gone(channel, SlackJson.text(message, "ts"), event, self);
    }
    String edited = SlackJson.text(SlackJson.object(message, "edited"), "ts");
    if (before.isEmpty() ? edited.isEmpty() : words.equals(text.of(before))) {
      return new Nothing("the words are the same");
    }
    if (ThreadCommands.isOne(words)) {
      return new Nothing("words are not replaced by a command");
    }
    String moment = edited.isEmpty() ? SlackJson.text(event, "ts") : edited;
    Act act = new Act.Edited(SlackJson.text(message, "ts"), words);
    return SlackTime.read(moment)
        .<SlackHappening>map(at -> inThread(channel, message, "edited:" + moment, at, act, self))
        .orElseGet(() -> new Nothing("an edit without a moment"));
  }

  private static SlackHappening deleted(JsonObject event, SlackSelf self) {
    if (self.wrote(SlackJson.object(event, "previous_message"))) {
      return new Nothing("our own post, deleted");
    }
    String channel = SlackJson.text(event, "channel");
    return gone(channel, SlackJson.text(event, "deleted_ts"), event, self);
  }

  /// A deletion, or the tombstone that stays of a message with replies. The thread may be missing:
  /// Slack sometimes tells nothing of what was deleted.
  private static SlackHappening gone(String channel, String ts, JsonObject event, SlackSelf self) {
    JsonObject before = SlackJson.object(event, "previous_message");
    String thread = SlackJson.text(before, "thread_ts");
    Optional<Instant> at = SlackTime.read(SlackJson.text(event, "ts"));
    if (at.isEmpty() || !SlackTime.isMoment(ts) || thread.equals(ts)) {
      return new Nothing("no reply was deleted");
    }
    if (!before.isEmpty() && (thread.isEmpty() || SlackSelf.isNoPersons(before))) {
      return new Nothing("no reply of a person's was deleted");
    }
    return new InThread(
        SlackTranslator.id(channel, ts, "deleted"),
        channel,
        thread,
        self.isRootOurs(before),
        SlackJson.text(before, "user"),
        false,
        at.get(),
        new Act.Deleted(ts));
  }

  private static InThread inThread(
      String channel, JsonObject message, String what, Instant at, Act act, SlackSelf self) {
    return new InThread(
        SlackTranslator.id(channel, SlackJson.text(message, "ts"), what),
        channel,
        SlackJson.text(message, "thread_ts"),
        self.isRootOurs(message),
        SlackJson.text(message, "user"),
        self.isForeign(message),
        at,
        act);
  }
}
