package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.CardWriter.Labels;
import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Card.Option;
import io.threadbridge.bridge.recognition.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What can be done with a card, in the order in which it is offered.
final class CardActions {
  /// The promises that one tap makes, in minutes.
  private static final List<Integer> BACK_IN_MINUTES = List.of(2, 5, 10, 30);

  private final Started state;
  private final List<String> otherDesks;
  private final Labels labels;

  private CardActions(Started state, List<String> otherDesks, Labels labels) {
    this.state = state;
    this.otherDesks = otherDesks;
    this.labels = labels;
  }

  /// @param otherDesks the names of desks to which it could be handed over
  static List<Action> of(Started state, List<String> otherDesks, Labels labels) {
    CardActions card = new CardActions(state, otherDesks, labels);
    return card.actions().stream().flatMap(card::withDesks).toList();
  }

  private List<Action> actions() {
    return switch (state) {
      case Waiting waiting -> waiting(waiting);
      case Promised _ ->
          List.of(plain(Deed.CLAIM, "card.take-over"), backIn(), handOver(), closeSurely());
      case Answered _ -> leadFirst(List.of(backIn(), handOver(), askContact(), close(false)));
      case Ending _ -> leadFirst(List.of(close(true), backIn(), handOver()));
      case Deferred _ -> List.of(leadDone(true), backIn(), handOver());
      case Closed _ -> List.of();
    };
  }

  private List<Action> waiting(Waiting waiting) {
    List<Action> actions = new ArrayList<>();
    Opener opener = waiting.clock().care().opener();
    if (waiting.progress().claim().isEmpty()) {
      boolean greets = opener == Opener.BARE_GREETING && !waiting.progress().answered();
      String label = greets ? "card.claim-and-greet" : "card.claim";
      actions.add(new Action(Deed.CLAIM, of(label), true));
    }
    if (opener == Opener.UNCLEAR) {
      actions.add(plain(Deed.CLARIFY, "card.clarify"));
    }
    actions.addAll(
        List.of(
            backIn(),
            handOver(),
            askContact(),
            plain(Deed.NOTHING_OWED, "card.nothing-owed"),
            close(false)));
    return leadFirst(actions);
  }

  private List<Action> leadFirst(List<Action> actions) {
    return state.progress().lead().isEmpty()
        ? List.copyOf(actions)
        : Stream.concat(Stream.of(leadDone(false)), actions.stream()).toList();
  }

  private Action backIn() {
    List<Option> options =
        BACK_IN_MINUTES.stream()
            .map(
                minutes ->
                    new Option(
                        labels.of("card.back-in.minutes", Map.of("minutes", minutes)),
                        "PT" + minutes + "M"))
            .toList();
    return new Action(Deed.BACK_IN, of("card.back-in"), false, new Ask.OneOf(options));
  }

  private Action handOver() {
    return new Action(Deed.HAND_OVER, of("card.hand-over"), false, new Ask.Person());
  }

  /// Wherever it can be handed to a person, it can be handed to another desk, if there is any.
  private Stream<Action> withDesks(Action action) {
    List<Option> options =
        otherDesks.stream().limit(Ask.OPTIONS_MAX).map(name -> new Option(name, name)).toList();
    return action.deed() == Deed.HAND_OVER && !options.isEmpty()
        ? Stream.of(action, new Action(Deed.MOVE, of("card.move"), false, new Ask.OneOf(options)))
        : Stream.of(action);
  }

  private Action askContact() {
    return plain(Deed.ASK_CONTACT, "card.ask-contact");
  }

  private Action leadDone(boolean primary) {
    return new Action(Deed.LEAD_DONE, of("card.lead-done"), primary);
  }

  private Action close(boolean primary) {
    return new Action(Deed.CLOSE, of("card.close"), primary);
  }

  private Action closeSurely() {
    Ask sure = new Ask.Sure(of("card.close-sure"), of("card.close"), of("card.close-not"));
    return new Action(Deed.CLOSE, of("card.close"), false, sure);
  }

  private Action plain(Deed deed, String label) {
    return new Action(deed, of(label), false);
  }

  private String of(String label) {
    return labels.of(label, Map.of());
  }
}
