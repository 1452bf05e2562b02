package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everybody around a handler whom a test of its store does not need: no site is configured (the
/// default rules hold), texts are their keys, nobody is nudged and nobody looks.
final class Nobody implements Sites, Texts, Nudges, DecisionObserver {
  @Override
  public Optional<Site> find(SiteName name) {
    return Optional.empty();
  }

  @Override
  public List<Site> all() {
    return List.of();
  }

  @Override
  public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
    return key.name();
  }

  @Override
  public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
    return name;
  }

  @Override
  public void saved(Conversation conversation, Set<Lane> owing) {}

  @Override
  public void look(ConversationId conversation) {}

  @Override
  public void decided(ConversationId conversation, String event, String decision, String why) {}

  @Override
  public void deskNeedsMending(String desk, String why, String mend) {}

  @Override
  public void deskWorks(String desk) {}

  @Override
  public void unknownOutcome(ConversationId conversation, Lane lane, String why) {}

  @Override
  public void refused(ConversationId conversation, Lane lane, String why) {}

  @Override
  public void workerFailed(String worker, Throwable failure) {
    throw new IllegalStateException(worker, failure);
  }
}
