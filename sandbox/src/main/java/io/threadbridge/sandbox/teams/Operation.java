package io.threadbridge.sandbox.teams;

import java.util.Locale;

/// What the bot may ask for; the names are those of faults and counters.
enum Operation {
  TOKEN,
  KEYS,
  CREATE,
  SEND,
  UPDATE,
  DELETE,
  MEMBERS,
  MEMBER,
  TEAM,
  CHANNELS,
  ATTACHMENT,
  PRESENCE,
  UNKNOWN;

  /// As tests and counters call it.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isSending() {
    return this == CREATE || this == SEND;
  }

  boolean isChanging() {
    return this == UPDATE || this == DELETE;
  }

  boolean isReading() {
    return this == MEMBERS || this == MEMBER || this == TEAM || this == CHANNELS;
  }
}
