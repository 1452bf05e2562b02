package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.DigestTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
/// @param handOverDesks where a running conversation may be handed over to, by the names that its
///     staff read and write, in the order in which they are offered; its own desk is among them if
///     there is any other
/// @param digests when its desk reads how it went
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
    Staffing staffing,
    Map<String, DeskRef> handOverDesks,
    DigestTimes digests) {
  /// A site with one desk and the usual digests.
  public Site(
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
    this(
        name,
        title,
        origins,
        desk,
        languages,
        deskLanguage,
        zone,
        protectedPages,
        retention,
        policy,
        staffing,
        Map.of(),
        DigestTimes.USUAL);
  }

  /// Where its conversations may go: its desk, the overflow desk, and those to which they may be
  /// handed over.
  public Stream<DeskRef> desks() {
    return Stream.of(
            Stream.of(desk), staffing.overflowDesk().stream(), handOverDesks.values().stream())
        .flatMap(desks -> desks)
        .distinct();
  }
}
