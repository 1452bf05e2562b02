package io.threadbridge.bench.year;

import java.util.EnumSet;
import java.util.Set;

/// What a simulated year counts. The first five must be zero; the three after them are what those
/// allow because the program itself was away.
enum Count {
  FIRST_WITHOUT_SIGN("first messages without a sign of life in 10 s"),
  LATER_WITHOUT_SIGN("later ones in 120 s"),
  PROMPTS_TO_TYPING("prompts to a typing visitor"),
  PROMISES_BROKEN("promises neither kept nor told"),
  WITHOUT_END("conversations without an end"),
  FIRST_ON_RETURN("first messages whose sign of life came at its return"),
  LATER_ON_RETURN("later ones"),
  PROMISES_ON_RETURN("promises that were told late at its return"),
  RESTARTS("restarts of the program"),
  CONVERSATIONS("conversations"),
  MESSAGES_OF_VISITORS("messages of visitors"),
  MESSAGES_OF_STAFF("messages of staff"),
  MESSAGES_OF_BRIDGE("texts of the bridge"),
  EVENTS("events decided and saved"),
  ANSWERED("conversations that a person answered"),
  MISSED("conversations that nobody answered in time"),
  FORMS("contact forms"),
  LEADS_BY_CHOICE("call backs and answers by email that visitors chose"),
  DESK_CALLED("calls to a desk"),
  PEOPLE_CALLED("calls to a person"),
  PROMISES("promises"),
  PROMISES_TOLD("promises that were late, and told"),
  MAILS("mails"),
  REOPENED("reopened conversations"),
  RATED("ratings");

  private static final Set<Count> ZEROES = EnumSet.range(FIRST_WITHOUT_SIGN, WITHOUT_END);
  private static final Set<Count> ALLOWED = EnumSet.range(FIRST_ON_RETURN, PROMISES_ON_RETURN);

  private final String words;

  Count(String words) {
    this.words = words;
  }

  /// As the page says it.
  String words() {
    return words;
  }

  boolean mustBeZero() {
    return ZEROES.contains(this);
  }

  /// Whether it is late by the clock, and allowed because the program could not know the time.
  boolean isAllowed() {
    return ALLOWED.contains(this);
  }
}
