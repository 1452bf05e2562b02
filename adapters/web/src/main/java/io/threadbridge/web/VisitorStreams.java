package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameCodec;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.FrameWriter;
import io.threadbridge.web.wire.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The event stream and the frames that are posted beside it, section 4 of the visitor protocol.
/// The token comes in the `Authorization` header and nowhere else.
final class VisitorStreams {
  /// A stream is ended after this, and its client opens another: no stream lives on for somebody
  /// who has long gone.
  static final Duration LIFE = Duration.ofMinutes(30);

  /// The same for who only watches a site: long enough to be worth it, short enough that panels
  /// which were forgotten open cost little.
  static final Duration WATCHED = Duration.ofMinutes(5);

  private static final Duration FULL = Duration.ofSeconds(30);

  private final VisitorGate gate;
  private final VisitorConnections connections;
  private final Origins origins;
  private final FrameCodec codec = new FrameCodec();
  private final FrameWriter writer = new FrameWriter();

  VisitorStreams(VisitorGate gate, VisitorConnections connections, Origins origins) {
    this.gate = gate;
    this.connections = connections;
    this.origins = origins;
  }

  ServerResponse events(ServerRequest request) {
    int after = after(request);
    Admission admission = admitted(request);
    ClientAddress address = Requests.address(request);
    if (!connections.enter(address)) {
      throw Refusal.full(FULL);
    }
    return new StreamResponse(LIFE, stream -> begin(stream, admission, after, address));
  }

  /// A stream of `availability` frames alone, for a widget that is open but has no conversation.
  ServerResponse site(SiteName site, ClientAddress address) {
    if (!connections.enter(address)) {
      throw Refusal.full(FULL);
    }
    return new StreamResponse(WATCHED, stream -> watch(stream, site, address));
  }

  private void watch(EventStream stream, SiteName site, ClientAddress address) {
    stream.whenEnded(() -> connections.leave(address));
    SiteWatcher watcher = connections.watch(site, new StreamLine(stream, writer));
    stream.whenEnded(() -> connections.over(watcher));
  }

  private void begin(EventStream stream, Admission admission, int after, ClientAddress address) {
    StreamLine line = new StreamLine(stream, writer);
    stream.whenEnded(() -> connections.leave(address));
    try {
      Optional<VisitorSession> session = connections.greet(admission, after, line);
      session.ifPresent(known -> stream.whenEnded(() -> connections.over(known)));
      if (session.isEmpty()) {
        line.end(LineEnd.TOO_MANY);
      }
    } catch (StoreUnavailable _) {
      line.end(LineEnd.RESTART);
    }
  }

  ServerResponse frame(ServerRequest request) {
    Admission admission = admitted(request);
    FrameToBridge frame = codec.decode(Requests.body(request, FrameCodec.FRAME_MAX));
    boolean strange =
        frame instanceof FrameToBridge.Unreadable
            || frame instanceof FrameToBridge.Malformed
            || frame instanceof FrameToBridge.Hello;
    if (strange) {
      throw Refusal.malformed("The body is not a frame that may be posted.");
    }
    List<FrameToVisitor> answers = connections.post(admission, frame);
    rateOf(answers)
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
    return VisitorRoutes.json(HttpStatus.OK, writer.frames(answers));
  }

  private static Optional<Duration> rateOf(List<FrameToVisitor> answers) {
    return answers.stream()
        .filter(FrameToVisitor.Refused.class::isInstance)
        .map(FrameToVisitor.Refused.class::cast)
        .filter(refused -> refused.reason() == Reason.RATE)
        .findFirst()
        .flatMap(FrameToVisitor.Refused::retryAfter);
  }

  private Admission admitted(ServerRequest request) {
    return Requests.admitted(request, gate, origins);
  }

  private static int after(ServerRequest request) {
    String after = request.param("after").orElse("0");
    if (!after.matches("[0-9]{1,9}")) {
      throw Refusal.malformed("`after` must be a whole number.");
    }
    return Integer.parseInt(after);
  }
}
