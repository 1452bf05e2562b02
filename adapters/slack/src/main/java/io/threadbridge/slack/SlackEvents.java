package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.slack.SlackHappening.Act;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in Slack's payloads, however they came, and knocks at the door with what people did. When
/// it returns, the payload may be acknowledged; every payload may come again.
final class SlackEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final Door door;
  private final Supplier<Optional<SlackIdentity>> identity;
  private final SlackTranslator translator;
  private final SlackPeople people;
  private final SlackThreads threads;
  private final OwnPosts ownPosts;
  private final SlackOutsiders outsiders;
  private final SlackEdits edits = new SlackEdits();
  private final SlackHealth health;
  private final InstantSource clock;

  SlackEvents(
      Door door,
      Supplier<Optional<SlackIdentity>> identity,
      SlackTranslator translator,
      SlackPeople people,
      SlackThreads threads,
      OwnPosts ownPosts,
      SlackOutsiders outsiders,
      SlackHealth health,
      InstantSource clock) {
    this.door = door;
    this.identity = identity;
    this.translator = translator;
    this.people = people;
    this.threads = threads;
    this.ownPosts = ownPosts;
    this.outsiders = outsiders;
    this.health = health;
    this.clock = clock;
  }

  /// Takes in one payload.
  ///
  /// @throws StoreUnavailable if nothing is kept: do not acknowledge
  void accept(JsonObject payload) {
    SlackIdentity self =
        identity.get().orElseThrow(() -> new StoreUnavailable("Slack has not told who we are"));
    health.eventCame();
    switch (translator.translate(payload, self)) {
      case SlackHappening.Nothing(String because) -> LOG.debug("Slack event dropped: {}", because);
      case SlackHappening.OwnPost own -> ownPost(own);
      case SlackHappening.InThread act -> inThread(act, self);
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
    String thread = seen.thread().orElse(seen.ts());
    ownPosts.standsIn(seen.channel(), seen.ts(), new OwnPosts.InThread(thread, true));
  }

  private void reacted(SlackHappening.Reacted reacted, SlackIdentity self) {
    threads
        .of(reacted.channel(), reacted.post(), self)
        .filter(OwnPosts.InThread::rootIsOurs)
        .ifPresent(
            where ->
                inThread(
                    new SlackHappening.InThread(
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

  private void inThread(SlackHappening.InThread told, SlackIdentity self) {
    if (!told.rootIsOurs()) {
      LOG.debug("Slack event dropped: a thread of somebody else's");
      return;
    }
    String thread = told.thread();
    if (thread.isEmpty()) {
      thread =
          switch (told.act()) {
            case Act.Deleted(String ts) ->
                ownPosts.whereIs(told.channel(), ts).map(OwnPosts.InThread::thread).orElse("");
            case Act.Wrote _, Act.Edited _, Act.Did _ -> "";
          };
    }
    if (!thread.isEmpty()) {
      knock(told, new ThreadRef(thread), self);
    }
  }

  private void knock(SlackHappening.InThread told, ThreadRef thread, SlackIdentity self) {
    if (edits.isOvertaken(told)) {
      LOG.debug("Slack event dropped: a newer edit was passed on before");
      return;
    }
    DeskRef desk = new DeskRef("slack:" + told.channel());
    SlackPeople.Person person = person(told, self);
    StaffEvent event = event(told, person.staff());
    StaffDoor.Answer answer = door.accept(told.id(), desk, thread, true, person.standing(), event);
    edits.passedOn(told);
    if (told.act() instanceof Act.Wrote(String ts, _, _)) {
      OwnPosts.InThread where = new OwnPosts.InThread(thread.value(), true);
      ownPosts.standsIn(told.channel(), ts, where);
    }
    if (answer == StaffDoor.Answer.NOT_ALLOWED && person.standing() != Standing.BOT) {
      outsiders.tell(desk, thread, person.staff());
    }
    LOG.debug("Slack event {}: {}", event, answer);
  }

  /// A deletion takes something back, whoever made it: it needs no permission, and no look-up that
  /// could hold it up.
  private SlackPeople.Person person(SlackHappening.InThread told, SlackIdentity self) {
    Staff nameless = new Staff("slack:" + told.user(), "", Optional.empty());
    if (told.act() instanceof Act.Deleted) {
      return new SlackPeople.Person(nameless, Standing.MEMBER);
    }
    return told.foreign()
        ? new SlackPeople.Person(nameless, Standing.EXTERNAL)
        : people.person(told.user(), self);
  }

  /// Slack's clock may be ahead of ours; nothing has happened in the future.
  private StaffEvent event(SlackHappening.InThread told, Staff staff) {
    Instant now = clock.instant();
    Instant at = told.at().isBefore(now) ? told.at() : now;
    return switch (told.act()) {
      case Act.Wrote(String ts, String text, int files) ->
          new StaffEvent.Wrote(at, staff, new PostRef(ts), text, files, VisitorFacts.THERE);
      case Act.Edited(String ts, String text) ->
          new StaffEvent.Edited(at, staff, new PostRef(ts), Optional.empty(), text);
      case Act.Deleted(String ts) ->
          new StaffEvent.Deleted(at, staff, new PostRef(ts), Optional.empty());
      case Act.Did(Deed deed) ->
          switch (deed) {
            case CLAIM -> new StaffEvent.Claimed(at, staff);
            case CLOSE -> new StaffEvent.ClosedIt(at, staff);
            case NOTHING_OWED -> new StaffEvent.NothingOwed(at, staff);
            case TAKE -> new StaffEvent.TookIt(at, staff);
            case ASK_CONTACT -> new StaffEvent.Asked(at, staff, StaffEvent.Question.CONTACT);
            case CLARIFY -> new StaffEvent.Asked(at, staff, StaffEvent.Question.CLARIFY);
            case LEAD_DONE -> new StaffEvent.LeadDone(at, staff);
            case BACK_IN, HAND_OVER -> throw new IllegalStateException("not built");
          };
    };
  }
}
