package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.TextKey;
import java.util.List;

/// What becomes of promises. One that is only recognised in somebody's words, and never tapped, is
/// none.
final class PromiseFacts {
  private PromiseFacts() {}

  static List<Fact> of(Step step) {
    if (!(step.before() instanceof Promised was)) {
      return step.next() instanceof Promised ? List.of(Fact.of(Kind.PROMISE_MADE)) : List.of();
    }
    if (step.next() instanceof Promised is) {
      return isSame(was.promise(), is.promise())
          ? List.of()
          : List.of(Fact.of(Kind.PROMISE_REPLACED), Fact.of(Kind.PROMISE_MADE));
    }
    if (step.says(TextKey.PROMISE_LATE)) {
      return List.of(Fact.of(Kind.PROMISE_LATE));
    }
    return List.of(Fact.of(step.isAnswer() ? Kind.PROMISE_KEPT : Kind.PROMISE_DROPPED));
  }

  private static boolean isSame(Promise was, Promise is) {
    return was.owner().id().equals(is.owner().id())
        && was.until().equals(is.until())
        && was.lateAt().equals(is.lateAt());
  }
}
