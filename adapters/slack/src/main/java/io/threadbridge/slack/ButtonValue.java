package io.threadbridge.slack;

import java.util.Optional;

/// What travels with a button of ours: a value, and, where the button stands outside its thread,
/// which thread it is about. Slack signs what it sends, so nobody else has written it.
///
/// @param value a value of ours, without `|`; may be empty
record ButtonValue(String value, Optional<Place> place) {
  private static final String BETWEEN = "|";

  /// A thread of a channel.
  record Place(String channel, String thread) {
    /// As one text, such as `C0123|1700000000.000100`.
    String written() {
      return channel + BETWEEN + thread;
    }

    /// Reads such a text.
    static Optional<Place> read(String written) {
      String[] parts = written.split("\\|", -1);
      return parts.length == 2 && !parts[0].isEmpty() && SlackTime.isMoment(parts[1])
          ? Optional.of(new Place(parts[0], parts[1]))
          : Optional.empty();
    }
  }

  /// As one text of at most 255 characters; Slack allows 2,000.
  String written() {
    return place.map(where -> value + BETWEEN + where.written()).orElse(value);
  }

  static ButtonValue read(String written) {
    int end = written.indexOf(BETWEEN);
    return end < 0
        ? new ButtonValue(written, Optional.empty())
        : new ButtonValue(written.substring(0, end), Place.read(written.substring(end + 1)));
  }
}
