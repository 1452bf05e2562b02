package io.threadbridge.widget;

import java.util.Set;

/// The properties that may be written shorter: those that only the widget's own objects have. None
/// of them is known to the browser, goes over the wire, is kept in the visitor's store, or is
/// looked up by a text; a new name comes here only after a look at all four.
final class OwnNames {
  private static final Set<String> ALL =
      Set.of(
          ("again adopt delivered draft draw input line list log message root show socket start"
                  + " state timer waiting what write alone area asked bar base beat begin blobs"
                  + " browse busy changed chat choose coming complain connection counter credentials"
                  + " cut doubt drafting drain drawn drop editing elsewhere enter expect expectLine"
                  + " face failedSockets failures field filled fit follow forget forgotten greeting group"
                  + " guard hand head hooks hurry jump keep keeping late listen lock look lost mark"
                  + " memory mend menu names node noticed order out panel part parts pause pausedUntil"
                  + " pinned place prefix probe pump pumping queue rated recall refuse release restart"
                  + " retry saw settle sorted standing store submit take tellDraft turned turnedAway"
                  + " typed unask unread view waited wanted who")
              .split(" "));

  private OwnNames() {}

  static boolean has(String name) {
    return ALL.contains(name);
  }
}
