package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The Connector REST: checks the token, the limits and overlaps, then does what is asked.
final class Connector {
  private final TeamsWorld world;
  private final Door door;
  private final Login login;
  private final TeamsLimits limits;
  private final TeamsCounters counters;
  private final ConnectorPosts posts;
  private final ConnectorRoster roster;
  private final TeamsImages images;
  private final Map<String, Integer> busy = new HashMap<>();
  private volatile boolean strict;

  Connector(
      TeamsWorld world,
      Door door,
      Login login,
      TeamsLimits limits,
      TeamsCounters counters,
      ConnectorPosts posts,
      ConnectorRoster roster,
      TeamsImages images) {
    this.world = world;
    this.door = door;
    this.login = login;
    this.limits = limits;
    this.counters = counters;
    this.posts = posts;
    this.roster = roster;
    this.images = images;
  }

  /// While it is strict, a second call on a conversation during the first is answered 412.
  void setStrict(boolean value) {
    strict = value;
  }

  boolean isStrict() {
    return strict;
  }

  void addTo(RouterFunctions.Builder routes) {
    String all = Call.PATH + "**";
    routes.GET(all, this::handle).POST(all, this::handle);
    routes.PUT(all, this::handle).DELETE(all, this::handle);
  }

  private ServerResponse handle(ServerRequest request) throws IOException {
    Call call;
    try {
      call = Call.of(request);
    } catch (Refusal | IllegalArgumentException _) {
      return TeamsRefusal.badSyntax("The request cannot be read.").answer().response();
    }
    if (!enter(call)) {
      counters.refused(412);
      String text = "Another operation on this conversation is under way.";
      return new TeamsRefusal(412, "PreconditionFailed", text).answer().response();
    }
    try {
      if (call.operation() == Operation.ATTACHMENT && knows(request)) {
        return images.download(call);
      }
      return door.answer(request, call.operation(), call.conversation(), () -> checked(call));
    } finally {
      leave(call);
    }
  }

  private boolean knows(ServerRequest request) {
    String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
    return login.knows(Optional.ofNullable(header).orElse(""), Login.BOT_SCOPE);
  }

  private boolean enter(Call call) {
    synchronized (busy) {
      int before = busy.merge(call.conversation(), 1, Integer::sum) - 1;
      boolean changes = call.operation().isSending() || call.operation().isChanging();
      if (strict && changes && before > 0 && !call.conversation().isEmpty()) {
        leave(call);
        return false;
      }
      return true;
    }
  }

  private void leave(Call call) {
    synchronized (busy) {
      busy.computeIfPresent(call.conversation(), (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  private TeamsAnswer checked(Call call) {
    if (!knows(call.request())) {
      String text = "Authorization has been denied for this request.";
      throw new TeamsRefusal(401, "BotNotRegistered", text);
    }
    long seconds = limits.take(call.operation(), call.conversation(), world.now());
    if (seconds > 0) {
      counters.limited(call.operation());
      throw new TeamsRefusal(429, "Throttled", "Too many requests.", seconds);
    }
    synchronized (world) {
      return done(call);
    }
  }

  private TeamsAnswer done(Call call) {
    return switch (call.operation()) {
      case CREATE -> posts.create(call);
      case SEND -> posts.send(call);
      case UPDATE -> posts.update(call);
      case DELETE -> posts.delete(call);
      case MEMBERS -> roster.members(call);
      case MEMBER -> roster.member(call);
      case TEAM -> roster.team(call);
      case CHANNELS -> roster.channels(call);
      default -> throw new TeamsRefusal(404, "NotFound", "There is nothing at this address.");
    };
  }
}
