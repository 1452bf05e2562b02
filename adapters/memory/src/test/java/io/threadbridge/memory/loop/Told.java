package io.threadbridge.memory.loop;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.DecisionObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the loop told its observer, as short lines such as `mend channel_not_found`.
final class Told implements DecisionObserver {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /// The lines that begin with this word.
  List<String> of(String word) {
    return lines.stream().filter(line -> line.startsWith(word)).toList();
  }

  @Override
  public void decided(ConversationId conversation, String event, String decision, String because) {
    lines.add("decided " + event + " " + decision);
  }

  @Override
  public void deskNeedsMending(String desk, String why, String mend) {
    lines.add("mend " + why);
  }

  @Override
  public void deskWorks(String desk) {
    lines.add("works " + desk);
  }

  @Override
  public void unknownOutcome(ConversationId conversation, Lane lane, String why) {
    lines.add("unknown " + lane + " " + why);
  }

  @Override
  public void refused(ConversationId conversation, Lane lane, String why) {
    lines.add("refused " + lane + " " + why);
  }

  @Override
  public void workerFailed(String worker, Throwable failure) {
    lines.add("failed " + worker);
  }
}
