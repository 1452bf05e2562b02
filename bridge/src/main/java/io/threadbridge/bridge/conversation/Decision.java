package io.threadbridge.bridge.conversation;

import java.util.ArrayList;
import java.util.List;

/// What the rules answer to an event. Nothing is dropped without a reason.
public sealed interface Decision {
  /// The conversation moves on. All of it is saved in one step, before anything is sent.
  ///
  /// @param said entries for the transcript; the visitor sees them as soon as they are saved
  /// @param changed alterations of the transcript
  /// @param links posts of the desk and the messages that stand in them
  /// @param effects what must be done, in order
  record Move(
      Conversation next,
      List<Saying> said,
      List<Change> changed,
      List<PostLink> links,
      List<Effect> effects)
      implements Decision {

    /// The same with another state to come.
    Move leadingTo(Conversation other) {
      return new Move(other, said, changed, links, effects);
    }

    static Move to(Conversation next) {
      return new Move(next, List.of(), List.of(), List.of(), List.of());
    }

    Move say(Saying saying) {
      return new Move(next, plus(said, saying), changed, links, effects);
    }

    Move change(Change change) {
      return new Move(next, said, plus(changed, change), links, effects);
    }

    Move link(PostLink link) {
      return new Move(next, said, changed, plus(links, link), effects);
    }

    Move owe(Effect effect) {
      return new Move(next, said, changed, links, plus(effects, effect));
    }

    Move owe(List<? extends Effect> more) {
      Move result = this;
      for (Effect effect : more) {
        result = result.owe(effect);
      }
      return result;
    }

    private static <T> List<T> plus(List<T> list, T element) {
      List<T> result = new ArrayList<>(list);
      result.add(element);
      return List.copyOf(result);
    }
  }

  /// The clock struck and nothing is due: only the next wake-up is another.
  record Snooze(Conversation next, String because) implements Decision {}

  /// Nothing changes.
  record Ignore(String because) implements Decision {}

  /// The words belong to a new conversation that continues this one.
  record Anew(String because) implements Decision {}
}
