package io.threadbridge.web;

import java.time.Duration;

/// How much one visitor, address or site may ask for. The first two are promised to clients by the
/// visitor protocol, section 8; the others are chosen so that an office behind one address does not
/// feel them.
///
/// @param frameBurst frames at once on a line, `ping` aside
/// @param framesPerMinute frames a line gains after that
/// @param visitorBurst words, edits and other lasting wishes at once of one visitor, over all lines
/// @param visitorPerMinute what a visitor gains after that
/// @param openingBurst conversations that one address may open at once
/// @param openingsPerMinute conversations that an address gains after that, so that few are ever
///     open
/// @param siteBurst conversations that may be opened on one site at once
/// @param sitePerMinute conversations that a site gains after that
/// @param linesPerConversation sockets and streams of one conversation on this instance
/// @param linesPerAddress sockets and streams of one address on this instance
/// @param lines sockets and streams on this instance
/// @param sending a line whose client takes nothing for this long is cut; it may come back
public record VisitorLimits(
    int frameBurst,
    int framesPerMinute,
    int visitorBurst,
    int visitorPerMinute,
    int openingBurst,
    int openingsPerMinute,
    int siteBurst,
    int sitePerMinute,
    int linesPerConversation,
    int linesPerAddress,
    int lines,
    Duration sending) {

  /// What the protocol's page says.
  public static final VisitorLimits DEFAULT =
      new VisitorLimits(20, 120, 60, 240, 30, 2, 300, 120, 10, 200, 20_000, Duration.ofSeconds(10));
}
