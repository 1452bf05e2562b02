package io.threadbridge.web;

import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameCodec;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.FrameWriter;
import io.threadbridge.web.wire.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// The visitors' sockets: greets those who show a token in time, and hands the rest of their frames
/// to their [VisitorSession]. Blocks the container's thread while a frame is worked on, so that the
/// next is not read before; the container must run on virtual threads.
public final class VisitorSocket extends AbstractWebSocketHandler {
  /// `hello` must come within this.
  static final Duration HELLO = Duration.ofSeconds(10);

  private final VisitorConnections connections;
  private final VisitorGate gate;
  private final Origins origins;
  private final FrameCodec codec = new FrameCodec();
  private final FrameWriter writer = new FrameWriter();
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Guest> guests = new ConcurrentHashMap<>();

  /// Somebody on a socket; `session` is empty before their `hello`.
  private record Guest(SocketLine line, Instant helloBy, Optional<VisitorSession> session) {}

  /// Sockets among these connections.
  public VisitorSocket(
      VisitorConnections connections, VisitorGate gate, Origins origins, InstantSource clock) {
    this.connections = connections;
    this.gate = gate;
    this.origins = origins;
    this.clock = clock;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    SocketLine line = new SocketLine(socket, writer);
    if (connections.enter(OriginInterceptor.address(socket))) {
      Instant helloBy = clock.instant().plus(HELLO);
      guests.put(socket.getId(), new Guest(line, helloBy, Optional.empty()));
    } else {
      line.end(LineEnd.TOO_MANY);
    }
  }

  /// Sends away who did not say `hello` in time; to be called about once a second.
  public void beat() {
    Instant now = clock.instant();
    guests.values().stream()
        .filter(guest -> guest.session().isEmpty() && guest.helloBy().isBefore(now))
        .forEach(guest -> guest.line().end(LineEnd.NO_HELLO));
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    Guest guest = guests.get(socket.getId());
    if (guest == null || guest.line().hasEnded()) {
      return;
    }
    String text = message.getPayload();
    if (isTooLarge(text)) {
      guest.line().end(LineEnd.TOO_LARGE);
      return;
    }
    FrameToBridge frame = codec.decode(text);
    if (guest.session().isPresent()) {
      guest.session().get().take(frame);
    } else if (frame instanceof FrameToBridge.Hello hello) {
      hello(socket, guest, hello);
    } else {
      guest.line().end(LineEnd.MALFORMED);
    }
  }

  private static boolean isTooLarge(String text) {
    return text.length() > FrameCodec.FRAME_MAX
        || text.getBytes(StandardCharsets.UTF_8).length > FrameCodec.FRAME_MAX;
  }

  private void hello(WebSocketSession socket, Guest guest, FrameToBridge.Hello hello) {
    try {
      Optional<Admission> admission = gate.admit(hello.token());
      if (admission.isEmpty()) {
        guest.line().refuse(FrameToVisitor.Refused.of(Optional.empty(), Reason.EXPIRED));
        guest.line().end(LineEnd.TOKEN);
      } else if (!maySpeak(socket, admission.get())) {
        guest.line().end(LineEnd.ORIGIN);
      } else {
        greet(socket, guest, admission.get(), hello.after());
      }
    } catch (StoreUnavailable _) {
      guest.line().end(LineEnd.RESTART);
    }
  }

  private boolean maySpeak(WebSocketSession socket, Admission admission) {
    return OriginInterceptor.origin(socket)
        .map(origin -> origins.maySpeak(origin, admission.site()))
        .orElse(true);
  }

  private void greet(WebSocketSession socket, Guest guest, Admission admission, int after) {
    Optional<VisitorSession> session = connections.greet(admission, after, guest.line());
    if (session.isEmpty()) {
      guest.line().end(LineEnd.TOO_MANY);
      return;
    }
    Guest greeted = new Guest(guest.line(), guest.helloBy(), session);
    boolean stillThere = guests.replace(socket.getId(), guest, greeted);
    if (!stillThere) {
      connections.over(session.get());
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    Optional.ofNullable(guests.get(socket.getId()))
        .ifPresent(guest -> guest.line().end(LineEnd.MALFORMED));
  }

  /// The end follows by itself; what went wrong on the way to a browser is nobody's fault here.
  @Override
  public void handleTransportError(WebSocketSession socket, Throwable exception) {}

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    Optional<Guest> guest = Optional.ofNullable(guests.remove(socket.getId()));
    guest.ifPresent(_ -> connections.leave(OriginInterceptor.address(socket)));
    guest.flatMap(Guest::session).ifPresent(connections::over);
  }
}
