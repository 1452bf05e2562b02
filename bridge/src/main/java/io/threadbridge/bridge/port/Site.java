package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// One website with the widget on it, as the settings describe it.
///
/// @param origins where its pages come from, such as `https://shop.example`
/// @param languages what its visitors are spoken to in, the default first
/// @param deskLanguage what the card speaks
/// @param zone its clock
/// @param protectedPages path patterns with `*`, such as `/checkout*`, on which nobody hurries the
///     visitor
/// @param retention how long a closed conversation is kept
/// @param staffing when it is served, and by whom
public record Site(
    SiteName name,
    String title,
    List<String> origins,
    DeskRef desk,
    List<String> languages,
    String deskLanguage,
    ZoneId zone,
    List<String> protectedPages,
    Duration retention,
    Policy policy,
    Staffing staffing) {
  /// Where its conversations may go: its desk, and the overflow desk if there is one.
  public Stream<DeskRef> desks() {
    return Stream.concat(Stream.of(desk), staffing.overflowDesk().stream());
  }
}
