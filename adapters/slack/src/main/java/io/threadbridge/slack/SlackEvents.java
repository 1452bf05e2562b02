package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in Slack's payloads, however they came. When it returns, the payload may be acknowledged;
/// every event may come again.
final class SlackEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final Supplier<Optional<SlackIdentity>> identity;
  private final SlackTranslator translator;
  private final SlackKnocks knocks;
  private final SlackDialogs dialogs;
  private final SlackCommandDesk commands;
  private final SlackHome home;
  private final SlackPeople people;
  private final SlackThreads threads;
  private final OwnPosts ownPosts;
  private final SlackHealth health;

  private SlackEvents(
      Supplier<Optional<SlackIdentity>> identity,
      SlackTranslator translator,
      SlackKnocks knocks,
      SlackDialogs dialogs,
      SlackCommandDesk commands,
      SlackHome home,
      SlackPeople people,
      SlackThreads threads,
      OwnPosts ownPosts,
      SlackHealth health) {
    this.identity = identity;
    this.translator = translator;
    this.knocks = knocks;
    this.dialogs = dialogs;
    this.commands = commands;
    this.home = home;
    this.people = people;
    this.threads = threads;
    this.ownPosts = ownPosts;
    this.health = health;
  }

  /// What takes in the events of a workspace and knocks at these doors.
  ///
  /// @param usual the adapter's own words where there is no desk to ask for its language
  /// @param aside where is done what no acknowledgement waits for
  /// @param homes where homes are made
  static SlackEvents of(
      SlackWorkspace workspace,
      SlackDoors doors,
      SlackWords usual,
      Executor aside,
      Executor homes) {
    SlackCalls calls = workspace.calls();
    SlackPeople people = workspace.people();
    OwnPosts ownPosts = workspace.ownPosts();
    SlackHints hints = new SlackHints(workspace.chat(), workspace.words(), aside);
    Function<String, Optional<String>> nameOf =
        user -> workspace.identity().get().flatMap(self -> people.memberName(user, self));
    return new SlackEvents(
        workspace.identity()::get,
        new SlackTranslator(
            new StaffText(EmojiNames.load(), usual, nameOf),
            new HungFiles(file -> fileInfo(calls, file))),
        new SlackKnocks(doors.threads(), people, ownPosts, hints, workspace.clock()),
        new SlackDialogs(calls, hints, workspace.words(), aside),
        new SlackCommandDesk(doors, people, workspace.words()),
        new SlackHome(workspace, doors.reports(), usual, homes),
        people,
        new SlackThreads(calls, ownPosts),
        ownPosts,
        workspace.health());
  }

  private static Optional<JsonObject> fileInfo(SlackCalls calls, String file) {
    return calls.read("files.info", Map.of("file", file))
            instanceof SlackReply.Fine<JsonObject>(JsonObject answer)
        ? Optional.of(SlackJson.object(answer, "file"))
        : Optional.empty();
  }

  /// Takes in one payload, and says what the acknowledgement carries, if anything.
  ///
  /// @throws StoreUnavailable if nothing is kept: do not acknowledge
  Optional<JsonObject> accept(JsonObject payload) {
    SlackIdentity self =
        identity.get().orElseThrow(() -> new StoreUnavailable("Slack has not told who we are"));
    health.eventCame();
    return switch (translator.translate(payload, self)) {
      case SlackHappening.Asking asking -> answer(asking, self);
      case SlackHappening.Telling telling -> {
        take(telling, self);
        yield Optional.empty();
      }
    };
  }

  private Optional<JsonObject> answer(SlackHappening.Asking asking, SlackIdentity self) {
    return switch (asking) {
      case SlackHappening.Commanded command -> Optional.of(commands.answer(command, self));
      case SlackHappening.MisreadHowLong(Place thread) -> Optional.of(dialogs.misread(thread));
      case SlackHappening.SaidHowLong(InThread act) -> {
        try {
          knocks.inThread(act, self);
          yield Optional.empty();
        } catch (StoreUnavailable _) {
          yield Optional.of(dialogs.away(act.channel()));
        }
      }
    };
  }

  private void take(SlackHappening.Telling telling, SlackIdentity self) {
    switch (telling) {
      case SlackHappening.Nothing(String because) -> LOG.debug("Slack event dropped: {}", because);
      case SlackHappening.OwnPost own -> ownPost(own);
      case InThread act -> knocks.inThread(act, self);
      case SlackHappening.PressedOnce pressed -> {
        knocks.inThread(pressed.done(), self);
        dialogs.isDone(pressed);
      }
      case SlackHappening.AsksHowLong asks -> dialogs.ask(asks);
      case SlackHappening.HomeOpened(String user) -> home.opened(user, self);
      case SlackHappening.Reacted reacted -> reacted(reacted, self);
      case SlackHappening.PersonChanged(String user) -> people.forget(user);
      case SlackHappening.Trouble(String channel, String what) -> {
        LOG.warn("Slack tells of {} {}", what, channel);
        health.needsMending(channel.isEmpty() ? "app" : channel, what, mend(what));
      }
    }
  }

  private static String mend(String what) {
    return switch (what) {
      case "app_uninstalled", "tokens_revoked" -> SlackErrors.mend("token_revoked", "");
      case "app_rate_limited" ->
          "More happens here than Slack tells an app: nothing to do but wait";
      case "channel_shared" -> SlackHealth.SHARED;
      case "channel_archive", "group_archive" -> SlackErrors.mend("is_archived", "");
      case "channel_id_changed" -> SlackErrors.mend("channel_not_found", "");
      default -> SlackErrors.mend("not_in_channel", "");
    };
  }

  private void ownPost(SlackHappening.OwnPost own) {
    OwnPosts.Seen seen = own.seen();
    if (!own.batch().isEmpty()) {
      ownPosts.saw(own.batch(), seen);
    }
    own.about()
        .ifPresent(about -> ownPosts.standsAside(seen.channel(), seen.ts(), Place.read(about)));
    String thread = seen.thread().orElse(seen.ts());
    ownPosts.standsIn(seen.channel(), seen.ts(), new OwnPosts.InThread(thread, true));
  }

  private void reacted(SlackHappening.Reacted reacted, SlackIdentity self) {
    threads
        .of(reacted.channel(), reacted.post(), self)
        .filter(OwnPosts.InThread::rootIsOurs)
        .ifPresent(
            where ->
                knocks.inThread(
                    new InThread(
                        reacted.id(),
                        reacted.channel(),
                        where.thread(),
                        true,
                        reacted.user(),
                        false,
                        reacted.at(),
                        new Act.Did(reacted.deed())),
                    self));
  }
}
