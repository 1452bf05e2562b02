package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.SlackHappening.Commanded;
import io.threadbridge.slack.SlackHappening.HomeOpened;
import io.threadbridge.slack.SlackHappening.Nothing;
import io.threadbridge.slack.SlackHappening.OwnPost;
import io.threadbridge.slack.SlackHappening.PersonChanged;
import io.threadbridge.slack.SlackHappening.Reacted;
import io.threadbridge.slack.SlackHappening.Trouble;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Says what a payload of Slack's means to us, or why it means nothing. What is not known is
/// nothing: only the kinds of message named here are ever passed on.
///
/// Words are read by [SlackMessages], buttons and menus by [SlackActions], the one modal by
/// [BackInModal]; this class knows the envelope, reactions and the slash command.
final class SlackTranslator {
  /// Ends or endangers our work in a channel, or altogether.
  private static final Set<String> TROUBLES =
      Set.of(
          "channel_archive",
          "group_archive",
          "channel_left",
          "group_left",
          "channel_deleted",
          "group_deleted",
          "channel_id_changed",
          "channel_shared",
          "app_uninstalled",
          "tokens_revoked",
          "app_rate_limited");

  private final SlackMessages messages;

  SlackTranslator(StaffText text, HungFiles files) {
    this.messages = new SlackMessages(text, files);
  }

  /// What a payload means, of whichever kind it is.
  SlackHappening translate(JsonObject payload, SlackIdentity self) {
    return switch (SlackJson.text(payload, "type")) {
      case "event_callback" -> event(payload, SlackJson.object(payload, "event"), self);
      case "block_actions" -> SlackActions.read(payload, self);
      case "view_submission" -> BackInModal.submitted(payload, self);
      case "" -> commanded(payload, self);
      case "app_rate_limited" -> new Trouble("", "app_rate_limited");
      default -> new Nothing("a kind of payload that is not used");
    };
  }

  /// A slash command is the one payload without a type. Whichever name it was given, it is ours.
  private static SlackHappening commanded(JsonObject payload, SlackIdentity self) {
    String channel = SlackJson.text(payload, "channel_id");
    String user = SlackJson.text(payload, "user_id");
    if (!SlackJson.text(payload, "command").startsWith("/") || channel.isEmpty()) {
      return new Nothing("a payload without a kind");
    }
    boolean foreign = isForeign(SlackJson.text(payload, "team_id"), self);
    return new Commanded(channel, user, foreign, SlackJson.text(payload, "text").strip());
  }

  private SlackHappening event(JsonObject payload, JsonObject event, SlackIdentity self) {
    String type = SlackJson.text(event, "type");
    return switch (type) {
      case "message" ->
          messages.read(event, new SlackSelf(self, SlackJson.text(payload, "api_app_id")));
      case "reaction_added" -> reaction(event, self);
      case "app_mention" -> new Nothing("told as a message too");
      case "user_change" ->
          new PersonChanged(SlackJson.text(SlackJson.object(event, "user"), "id"));
      case "app_home_opened" ->
          SlackJson.text(event, "tab").equals("home")
              ? new HomeOpened(SlackJson.text(event, "user"))
              : new Nothing("another tab of the app was opened");
      case "member_left_channel" ->
          SlackJson.text(event, "user").equals(self.user())
              ? new Trouble(SlackJson.text(event, "channel"), type)
              : new Nothing("somebody left the channel");
      default ->
          TROUBLES.contains(type)
              ? new Trouble(SlackJson.text(event, "channel"), type)
              : new Nothing("an event that is not used");
    };
  }

  private static SlackHappening reaction(JsonObject event, SlackIdentity self) {
    JsonObject item = SlackJson.object(event, "item");
    String user = SlackJson.text(event, "user");
    String channel = SlackJson.text(item, "channel");
    String post = SlackJson.text(item, "ts");
    String name = SlackJson.text(event, "reaction").replaceFirst("::.*", "");
    Optional<Deed> deed = deed(name);
    Optional<Instant> at = SlackTime.read(SlackJson.text(event, "event_ts"));
    if (user.equals(self.user())) {
      return new Nothing("our own reaction");
    }
    if (deed.isEmpty() || at.isEmpty() || channel.isEmpty() || !SlackTime.isMoment(post)) {
      return new Nothing("a reaction that is not used");
    }
    String what = "reaction:" + user + ":" + name + ":" + SlackJson.text(event, "event_ts");
    EventId id = id(channel, post, what);
    return new Reacted(id, channel, post, user, at.get(), deed.get());
  }

  private static Optional<Deed> deed(String reaction) {
    return switch (reaction) {
      case "eyes" -> Optional.of(Deed.CLAIM);
      case "white_check_mark" -> Optional.of(Deed.CLOSE);
      case "heavy_check_mark" -> Optional.of(Deed.NOTHING_OWED);
      default -> Optional.empty();
    };
  }

  static boolean isForeign(String team, SlackIdentity self) {
    return !team.isEmpty() && !team.equals(self.team());
  }

  /// Names what happened, never its delivery.
  static EventId id(String channel, String message, String what) {
    return new EventId("slack:" + channel + ":" + message + ":" + what);
  }

  /// A post of ours, seen as an event.
  static OwnPost ownPost(String channel, JsonObject message) {
    String ts = SlackJson.text(message, "ts");
    Optional<String> thread =
        SlackJson.maybe(message, "thread_ts").filter(root -> !root.equals(ts));
    String batch = SlackLookUp.batchOf(message).orElse("");
    OwnPosts.Seen seen = new OwnPosts.Seen(channel, thread, ts);
    return new OwnPost(batch, seen, SlackLookUp.aboutOf(message));
  }
}
