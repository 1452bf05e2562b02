package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a conversation tells its site: how many wait, and how they are served. Follows from the
/// change of state alone, so no rule can forget it.
public sealed interface SiteNews {
  /// A visitor has begun to wait for a word.
  record WaitBegan() implements SiteNews {}

  /// That wait is over, however it ended.
  record WaitEnded() implements SiteNews {}

  /// The first answer of a conversation, after this time.
  record FirstAnswer(Duration after) implements SiteNews {}

  /// Nobody came in time.
  record Missed() implements SiteNews {}

  /// Somebody is owed an answer another way.
  record LeadOpened() implements SiteNews {}

  /// Nobody is any more: it was ticked off, lapsed, or the conversation went on.
  record LeadEnded() implements SiteNews {}

  /// The visitor has rated the conversation with a comment. The words are not told: they stay where
  /// they can be erased.
  record Commented() implements SiteNews {}

  /// What the site must know of a step.
  static List<SiteNews> of(Conversation before, Conversation next, java.time.Instant now) {
    List<SiteNews> news = new ArrayList<>();
    boolean waited = before instanceof Conversation.Waiting;
    boolean waits = next instanceof Conversation.Waiting;
    if (waits && !waited) {
      news.add(new WaitBegan());
    }
    if (waited && !waits) {
      news.add(new WaitEnded());
    }
    boolean owed = before instanceof Conversation.Deferred;
    boolean owes = next instanceof Conversation.Deferred;
    if (owed != owes) {
      news.add(owes ? new LeadOpened() : new LeadEnded());
    }
    if (before instanceof Conversation.Started old && next instanceof Conversation.Started after) {
      Verdict was = old.progress().verdict();
      Verdict is = after.progress().verdict();
      if (is.answered() && !was.answered()) {
        news.add(new FirstAnswer(Duration.between(old.progress().begunAt(), now)));
      }
      if (is.missed() && !was.missed()) {
        news.add(new Missed());
      }
      if (is.isCommented() && !was.isCommented()) {
        news.add(new Commented());
      }
    }
    return List.copyOf(news);
  }
}
