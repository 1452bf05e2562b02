package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A desk, its people and what is shown there.
final class TeamsSamples {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  static final String TEAM = "19:team@thread.tacv2";
  static final String CHANNEL = "19:channel@thread.tacv2";
  static final DeskRef DESK = new DeskRef("teams:" + TEAM + "/" + CHANNEL);
  static final ThreadRef THREAD = new ThreadRef("1776390257332");
  static final PostRef POST = new PostRef("1776390300000");
  static final String ANNA_ID = "0b1ec700-0000-4000-8000-0000000000a1";
  static final Staff ANNA = new Staff("teams:" + ANNA_ID, "Anna", Optional.empty());
  static final Action TAKE = new Action(Deed.TAKE, "Take it", true);

  static final List<Action> ACTIONS =
      List.of(
          new Action(Deed.CLAIM, "Claim", true),
          new Action(
              Deed.BACK_IN,
              "Back in …",
              false,
              new Ask.OneOf(
                  List.of(
                      new Card.Option("2 minutes", "PT2M"), new Card.Option("5 minutes", "PT5M")))),
          new Action(Deed.HAND_OVER, "Hand over", false, new Ask.Person()),
          new Action(Deed.ASK_CONTACT, "Ask for contact", false),
          new Action(Deed.NOTHING_OWED, "Nothing owed", false),
          new Action(Deed.CLARIFY, "Ask what they need", false, new Ask.Value("gently")),
          new Action(
              Deed.CLOSE, "Close", false, new Ask.Sure("Close anyway?", "Close it", "Keep open")));

  private TeamsSamples() {}

  static ThreadPost words(String... lines) {
    return new ThreadPost("Andriy", List.of(lines), "(taken back)");
  }

  static Card card(String name, String words) {
    return card(name, words, ACTIONS);
  }

  static Card card(String name, String words, List<Action> actions) {
    return new Card(
        name,
        words,
        List.of("Finnish", "14:03 there"),
        "Waiting for an answer",
        Card.Tone.WAITING,
        NOW,
        "Waiting since",
        actions,
        name + ": waiting",
        Optional.of(new Card.Link("https://shop.example/x", "Shoes <b>")));
  }
}
