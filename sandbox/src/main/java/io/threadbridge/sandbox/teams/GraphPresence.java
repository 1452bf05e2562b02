package io.threadbridge.sandbox.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The two calls of the directory's API that tell who is at work.
final class GraphPresence {
  /// People in one question.
  static final int MAX_IDS = 650;

  private static final String PATH = "/sandbox/teams/graph/v1.0/";
  private static final int MAX_BODY = 65_536;

  private final TeamsWorld world;
  private final Door door;
  private final Login login;
  private volatile boolean granted = true;

  GraphPresence(TeamsWorld world, Door door, Login login) {
    this.world = world;
    this.door = door;
    this.login = login;
  }

  /// Whether the administrator allowed it.
  void setGranted(boolean value) {
    granted = value;
  }

  void addTo(RouterFunctions.Builder routes) {
    routes.GET(PATH + "users/{id}/presence", this::one);
    routes.POST(PATH + "communications/getPresencesByUserId", this::many);
  }

  private ServerResponse one(ServerRequest request) {
    String id = request.pathVariable("id");
    return door.answer(
        request,
        Operation.PRESENCE,
        "",
        () -> {
          check(request);
          return find(id)
              .map(each -> TeamsAnswer.of(200, each))
              .orElseThrow(() -> new TeamsRefusal(404, "NotFound", "No such user."));
        });
  }

  private ServerResponse many(ServerRequest request) throws IOException {
    String text = new String(Http.body(request, MAX_BODY), UTF_8);
    JsonNode ids = Json.parse(text).orElseGet(Json::object).path("ids");
    return door.answer(
        request,
        Operation.PRESENCE,
        "",
        () -> {
          check(request);
          if (ids.size() > MAX_IDS) {
            throw TeamsRefusal.badArgument("Too many ids.");
          }
          ObjectNode answer = Json.object();
          ArrayNode list = answer.putArray("value");
          ids.forEach(id -> find(id.asString("")).ifPresent(list::add));
          return TeamsAnswer.of(200, answer);
        });
  }

  private void check(ServerRequest request) {
    String header =
        Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION)).orElse("");
    if (!login.knows(header, Login.GRAPH_SCOPE)) {
      throw new TeamsRefusal(401, "InvalidAuthenticationToken", "Access token is empty or wrong.");
    }
    if (!granted) {
      throw new TeamsRefusal(403, "Forbidden", "Presence.Read.All is not granted.");
    }
  }

  private Optional<ObjectNode> find(String objectId) {
    synchronized (world) {
      return world.people().stream()
          .filter(each -> each.objectId().equals(objectId))
          .findFirst()
          .map(
              each -> {
                String presence = world.presence(each.id());
                ObjectNode json = Json.object().put("id", objectId);
                return json.put("availability", presence).put("activity", presence);
              });
    }
  }
}
