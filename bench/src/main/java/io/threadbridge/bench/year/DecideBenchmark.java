package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationRules;
import io.threadbridge.bridge.conversation.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long the rules take to decide, over the events of a simulated year in the order in which
/// they happened.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {
  private static final int FIRMS = 5;
  private static final int CONVERSATIONS = 500;

  private record Step(ConversationRules rules, Conversation state, ConversationEvent event) {}

  private final List<Step> steps = new ArrayList<>();
  private int next;

  /// Lives through the year and keeps what was to be decided.
  @Setup
  public void liveThroughTheYear() {
    Tally tally = new Tally();
    for (int firm = 0; firm < FIRMS; firm++) {
      new Firm(firm, Variation.NONE, tally, this::decided).live(CONVERSATIONS);
    }
  }

  private Decision decided(
      ConversationRules rules, Conversation conversation, ConversationEvent event) {
    steps.add(new Step(rules, conversation, event));
    return rules.decide(conversation, event);
  }

  /// One decision.
  @Benchmark
  public Decision decide() {
    Step step = steps.get(next);
    next = next + 1 == steps.size() ? 0 : next + 1;
    return step.rules().decide(step.state(), step.event());
  }
}
