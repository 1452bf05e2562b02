package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.ThreadIndex;
import java.time.InstantSource;
import java.util.Optional;

/// What people of the workspace do in a thread or with a card. Every call may be repeated. An event
/// carries whatever the platform told; the facts and the message it is about are filled in here.
public final class StaffDoor {
  /// Who somebody is to the firm.
  public enum Standing {
    /// A full member of the firm's own workspace.
    MEMBER,
    /// A guest of the workspace.
    GUEST,
    /// Somebody of another firm.
    EXTERNAL,
    /// No person.
    BOT
  }

  /// What became of it.
  public enum Answer {
    /// It was handled, now or before.
    HANDLED,
    /// It is kept until the thread's conversation is known.
    KEPT,
    /// The thread is not ours: nothing to do with us.
    NOT_OURS,
    /// Only members of the firm's own workspace act.
    NOT_ALLOWED
  }

  private final ConversationHandler handler;
  private final ThreadIndex threads;
  private final Sites sites;
  private final InstantSource clock;

  /// A door to these conversations, whose sites know their desks by name.
  public StaffDoor(
      ConversationHandler handler, ThreadIndex threads, Sites sites, InstantSource clock) {
    this.handler = handler;
    this.threads = threads;
    this.sites = sites;
    this.clock = clock;
  }

  /// Takes in what somebody did.
  ///
  /// @param id names what happened: platform, channel, message, kind and moment of edit
  /// @param rootIsOurs whether the thread's root was written by us, as far as the platform tells
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if nothing is kept: do not acknowledge
  public Answer accept(
      EventId id,
      DeskRef desk,
      ThreadRef thread,
      boolean rootIsOurs,
      Standing standing,
      StaffEvent event) {
    Optional<ConversationId> conversation = threads.find(desk, thread);
    if (conversation.isEmpty() && !rootIsOurs) {
      return Answer.NOT_OURS;
    }
    if (standing != Standing.MEMBER) {
      return Answer.NOT_ALLOWED;
    }
    if (conversation.isEmpty()) {
      ThreadIndex.Orphan orphan = new ThreadIndex.Orphan(id, event);
      conversation = threads.keepOrphan(desk, thread, orphan, clock.instant());
    }
    if (conversation.isEmpty()) {
      return Answer.KEPT;
    }
    handle(conversation.get(), id, new Place(desk, thread), event);
    return Answer.HANDLED;
  }

  /// Hands what somebody did in a thread to its conversation, which may have left that thread.
  void handle(ConversationId conversation, EventId id, Place place, StaffEvent event) {
    handler.handle(
        conversation,
        id,
        about(place.desk(), event),
        loaded -> StaffEvent.from(loaded.conversation(), place, completed(event, loaded)),
        Optional.empty());
  }

  private static About about(DeskRef desk, StaffEvent event) {
    return switch (event) {
      case StaffEvent.Edited edited -> new About.Post(desk, edited.post());
      case StaffEvent.Deleted deleted -> new About.Post(desk, deleted.post());
      case StaffEvent.Wrote _,
          StaffEvent.Claimed _,
          StaffEvent.TookIt _,
          StaffEvent.ClosedIt _,
          StaffEvent.NothingOwed _,
          StaffEvent.Promised _,
          StaffEvent.HandedOver _,
          StaffEvent.HandedOverToDesk _,
          StaffEvent.InEarlierThread _,
          StaffEvent.Asked _,
          StaffEvent.LeadDone _ ->
          new About.Nothing();
    };
  }

  private StaffEvent completed(StaffEvent event, Loaded loaded) {
    return switch (event) {
      case StaffEvent.Wrote(var at, var staff, var post, var text, var files, int withheld, _) ->
          new StaffEvent.Wrote(at, staff, post, text, files, withheld, loaded.facts());
      case StaffEvent.Edited(var at, var staff, var post, _, var text) ->
          new StaffEvent.Edited(at, staff, post, loaded.about(), text);
      case StaffEvent.Deleted(var at, var staff, var post, _) ->
          new StaffEvent.Deleted(at, staff, post, loaded.about());
      case StaffEvent.Claimed _,
          StaffEvent.TookIt _,
          StaffEvent.ClosedIt _,
          StaffEvent.NothingOwed _,
          StaffEvent.Promised _,
          StaffEvent.HandedOver _,
          StaffEvent.InEarlierThread _,
          StaffEvent.Asked _,
          StaffEvent.LeadDone _ ->
          event;
      case StaffEvent.HandedOverToDesk(var at, var staff, var name, _) ->
          new StaffEvent.HandedOverToDesk(at, staff, name, desk(loaded.conversation(), name));
    };
  }

  private Optional<DeskRef> desk(Conversation conversation, String name) {
    return conversation instanceof Conversation.Started started
        ? DeskNames.find(sites.find(started.opening().site()), name)
        : Optional.empty();
  }
}
