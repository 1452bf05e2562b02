package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Visitors who are answered another way: the choice of PRODUCT 1.2, and the contact form.
final class Leads {
  private final Closing closing;

  Leads(Closing closing) {
    this.closing = closing;
  }

  /// The visitor would rather not wait: the staff's clock ends, and a lead begins.
  Decision chose(Started state, VisitorEvent.ChoseAnotherWay chose, Instant now) {
    Optional<String> contact = contact(state, chose.way(), chose.contact());
    if (contact.isEmpty()) {
      return new Ignore("no way to reach the visitor");
    }
    Lead lead = new Lead(chose.way(), contact, now);
    return begin(state, lead, now)
        .say(Saying.ByBridge.of(told(lead.way()), Map.of("contact", contact.get())))
        .owe(notice(lead));
  }

  /// The contact form, sent while the conversation was open already.
  Decision form(Started state, VisitorEvent.SentForm form, Instant now) {
    Progress written = state.progress().oneMoreMessage();
    Lead lead = new Lead(form.way(), Optional.of(form.contact()), now);
    return begin(state.with(written), lead, now)
        .owe(new Effect.Relay(written.lastSeq()))
        .say(new Saying.ByVisitor(form.sayId(), form.text(), List.of()))
        .say(Saying.ByBridge.of(told(lead.way()), Map.of("contact", form.contact())))
        .owe(notice(lead));
  }

  /// The lead begins; one text to the visitor follows.
  Move begin(Started state, Lead lead, Instant now) {
    Progress progress = state.progress().oneMoreMessage().withLead(Optional.of(lead));
    Progress reachable = progress.with(progress.mailing().at(lead.email()));
    return closing.defer(state, reachable, now);
  }

  /// Nobody came, or the visitor has gone, and the address is known: no conversation ends in
  /// nothing.
  Optional<Lead> fromKnownAddress(Progress progress, Instant now) {
    return progress
        .mailing()
        .address()
        .map(address -> new Lead(Lead.Way.EMAIL, Optional.of(address), now));
  }

  /// Somebody ticks the lead off.
  Decision done(Started state, Instant now) {
    if (state.progress().lead().isEmpty()) {
      return new Ignore("there is no open lead");
    }
    return state instanceof Deferred
        ? closing.close(state, CloseReason.LEAD_DONE, now)
        : Move.to(state.with(state.progress().withLead(Optional.empty())))
            .owe(new Effect.ShowCard());
  }

  static Effect notice(Lead lead) {
    return lead.contact()
        .map(contact -> new Effect.Notice(noticed(lead.way()), Map.of("contact", contact)))
        .orElseGet(() -> new Effect.Notice(TextKey.NOTICE_LEAD_WITHOUT_ADDRESS, Map.of()));
  }

  static TextKey told(Lead.Way way) {
    return switch (way) {
      case CALLBACK -> TextKey.WILL_CALL_BACK;
      case EMAIL -> TextKey.WILL_WRITE;
    };
  }

  private static TextKey noticed(Lead.Way way) {
    return switch (way) {
      case CALLBACK -> TextKey.NOTICE_CALLBACK;
      case EMAIL -> TextKey.NOTICE_EMAIL;
    };
  }

  private static Optional<String> contact(Started state, Lead.Way way, Optional<String> given) {
    return given.or(
        () -> way == Lead.Way.EMAIL ? state.progress().mailing().address() : Optional.empty());
  }
}
