package io.threadbridge.bench.replay;

/// What one visitor is to play, and where.
///
/// @param number counts the visitors of a run; no two bear the same
record Script(int number, Dialogue dialogue) {
  /// Sites of a run, each with its own channel.
  static final int SITES = 10;

  /// The name that the visitor gives, by which their thread is known again.
  String visitor() {
    return "Visitor " + number;
  }

  String site() {
    return site(index());
  }

  String origin() {
    return origin(index());
  }

  String channel() {
    return channel(index());
  }

  private int index() {
    return number % SITES;
  }

  static String site(int index) {
    return "shop" + index;
  }

  static String origin(int index) {
    return "https://shop" + index + ".example";
  }

  static String channel(int index) {
    return "C0BENCH" + index;
  }
}
