package io.threadbridge.config;

/// Who plays a part at the desk, on every platform alike; a story calls them by these names.
enum Colleague {
  ANNA("Anna"),
  BEN("Ben"),
  /// The manager.
  OLENA("Olena"),
  /// Of the firm's workspace, but no full member.
  GUEST("the guest"),
  /// Of another firm, in a shared channel.
  PARTNER("the partner");

  /// How a line begins that somebody of the desk acts in.
  static final String NAMES = "(Anna|Ben|Olena|the guest|the partner)";

  private final String called;

  Colleague(String called) {
    this.called = called;
  }

  /// What stories call them.
  String called() {
    return called;
  }

  static Colleague of(String name) {
    for (Colleague colleague : values()) {
      if (colleague.called.equals(name)) {
        return colleague;
      }
    }
    throw new IllegalArgumentException("nobody here is called " + name);
  }
}
