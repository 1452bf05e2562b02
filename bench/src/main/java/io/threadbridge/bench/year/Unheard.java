package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.DecisionObserver;

/// Nobody listens to a simulation; a failure ends it.
final class Unheard implements DecisionObserver {
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
