package io.threadbridge.web;

import io.threadbridge.web.wire.FrameToVisitor;
import java.io.IOException;

/// One way to a visitor's tab: a socket or an event stream.
interface VisitorLine {
  /// Hands one frame to the network; blocks while the client takes nothing. That is the whole
  /// outgoing buffer: nothing queues up here, and who blocks for too long is [#cut].
  void send(FrameToVisitor frame) throws IOException;

  /// Ends the line in good order; does not block, harmless when repeated.
  void end(LineEnd why);

  /// Drops the line at once, whatever is still on its way; does not block.
  void cut();

  /// Whether the bridge must beat by itself because the client cannot ask on this line.
  boolean beats();
}
