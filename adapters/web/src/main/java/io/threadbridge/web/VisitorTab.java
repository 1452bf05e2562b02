package io.threadbridge.web;

import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;

/// What is known of one tab while its line lives, and when the presence book was last told. Words
/// of drafts and addresses of pages are not kept. Used by one thread at a time, [#isDue] by any.
final class VisitorTab {
  /// A change is told at most this often; a tab that is just there, every [#HEARD].
  static final Duration CHANGED = Duration.ofSeconds(2);

  static final Duration HEARD = Duration.ofSeconds(15);

  private final Admission admission;
  private final PresenceBook book;
  private final ProtectedPages protectedPages;
  private TabPresence presence;
  private volatile Instant toldAt = Instant.MIN;
  private volatile boolean changed = true;
  private int seen;
  private int wishes;

  /// A tab that has just connected; nothing is told yet.
  VisitorTab(Admission admission, PresenceBook book, String name, String instance, Instant now) {
    this.admission = admission;
    this.book = book;
    this.protectedPages = new ProtectedPages(admission.site().protectedPages());
    this.presence = TabPresence.connected(name, instance, now);
  }

  Admission admission() {
    return admission;
  }

  String name() {
    return presence.tab();
  }

  void heard(Instant now) {
    presence = presence.heard(now);
  }

  void drafted(int length, Instant now) {
    change(presence.drafted(length, now), now);
  }

  void onPage(String url, Instant now) {
    change(presence.onPage(protectedPages.contains(url), now), now);
  }

  void sent(Instant now) {
    change(presence.sent(now), now);
  }

  private void change(TabPresence to, Instant now) {
    presence = to;
    changed = true;
    tell(now);
  }

  /// Whether the book should be told something by now.
  boolean isDue(Instant now) {
    return !toldAt.plus(changed ? CHANGED : HEARD).isAfter(now);
  }

  /// Tells the book if that is due. A store that is away costs nothing but freshness: the next beat
  /// tells it again, and a tab that is not told of counts as lost by itself.
  void tell(Instant now) {
    if (!isDue(now)) {
      return;
    }
    toldAt = now;
    try {
      book.put(admission.conversation(), presence, now);
      changed = false;
    } catch (StoreUnavailable _) {
      changed = true;
    }
  }

  /// The tab is gone; true if it was the visitor's last one anywhere.
  ///
  /// @throws StoreUnavailable if the book is away; then the tab counts as lost when its time is up
  boolean lost(Instant now) {
    presence = presence.lost(now);
    book.put(admission.conversation(), presence, now);
    return book.instances(admission.conversation(), now).isEmpty();
  }

  /// Whether the visitor has seen more than was known.
  boolean isNews(int seq) {
    return seq > seen;
  }

  void saw(int seq) {
    seen = seq;
  }

  /// A name for one wish of this tab.
  String nextWish() {
    wishes++;
    return name() + "-" + wishes;
  }
}
