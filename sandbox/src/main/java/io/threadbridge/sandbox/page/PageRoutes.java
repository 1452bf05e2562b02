package io.threadbridge.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.slack.PretendSlack;
import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The page and its control API under `/sandbox/page/`: JSON in, JSON out, `{"ok":false,"error"}`
/// on a refusal.
public final class PageRoutes implements AutoCloseable {
  private static final int MAX_BODY = 64 * 1_048_576;
  private static final int DEFAULT_MESSAGES = 500;
  private static final String BASE = "/sandbox/page/";

  private final PretendSlack slack;
  private final PageStream stream = new PageStream();
  private final PageFiles files = new PageFiles();

  public PageRoutes(PretendSlack slack) {
    this.slack = slack;
    slack.listen(stream);
  }

  /// Where everything that an open page shows is told.
  ChangeListener listener() {
    return stream;
  }

  /// The routes of the page and of the control API.
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    routes.GET("/sandbox", _ -> ServerResponse.temporaryRedirect(URI.create("/sandbox/")).build());
    routes.GET("/sandbox/", files::index);
    routes.GET(BASE + "files/{file}", files::named);
    routes.GET(BASE + "stream", stream::open);
    reading(routes);
    acting(routes);
    turning(routes);
    return routes.build();
  }

  private void reading(RouterFunctions.Builder routes) {
    routes.GET(
        BASE + "state",
        request -> answer(() -> slack.snapshots().state(parameter(request, "as"), "")));
    routes.GET(BASE + "messages", request -> answer(() -> messages(request)));
    routes.GET(BASE + "counters", _ -> answer(slack.controls()::counters));
    routes.GET(BASE + "settings", _ -> answer(slack.controls()::settings));
  }

  private ObjectNode messages(ServerRequest request) {
    String limit = parameter(request, "limit");
    return slack
        .snapshots()
        .messages(
            parameter(request, "channel"),
            parameter(request, "thread"),
            parameter(request, "as"),
            limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : DEFAULT_MESSAGES);
  }

  private static String parameter(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }

  private void acting(RouterFunctions.Builder routes) {
    routes.POST(BASE + "post", locked(slack.people()::post));
    routes.POST(BASE + "edit", locked((wish, _) -> slack.people().edit(wish)));
    routes.POST(BASE + "delete", locked((wish, _) -> slack.people().delete(wish)));
    routes.POST(BASE + "delete-file", locked((wish, _) -> slack.people().deleteFile(wish)));
    routes.POST(BASE + "react", locked((wish, _) -> slack.people().react(wish)));
    routes.POST(BASE + "press", wish(slack.interactions()::press));
    routes.POST(BASE + "submit", wish(slack.interactions()::submit));
    routes.POST(BASE + "close", wish((wish, _) -> slack.interactions().close(wish)));
    routes.POST(BASE + "command", wish(slack.interactions()::command));
    routes.POST(BASE + "shortcut", wish(slack.interactions()::shortcut));
    routes.POST(BASE + "home", wish((wish, _) -> slack.interactions().openHome(wish)));
  }

  private void turning(RouterFunctions.Builder routes) {
    routes.POST(BASE + "presence", turn(slack.controls()::presence));
    routes.POST(BASE + "rates", turn(slack.controls()::rates));
    routes.POST(BASE + "faults", turn(slack.controls()::fault));
    routes.DELETE(BASE + "faults", _ -> answer(slack.controls()::clearFaults));
    routes.POST(BASE + "scopes", turn(slack.controls()::scopes));
    routes.POST(BASE + "channel", turn(slack.controls()::channel));
    routes.POST(BASE + "disconnect", turn(slack.controls()::disconnect));
    routes.POST(BASE + "events", turn(slack.controls()::events));
    routes.POST(BASE + "auto-answer", turn(slack.controls()::autoAnswer));
    routes.DELETE(BASE + "counters", _ -> answer(slack.controls()::resetCounters));
    routes.POST(BASE + "reset", turn(_ -> slack.controls().reset()));
  }

  private HandlerFunction<ServerResponse> turn(Function<JsonNode, ObjectNode> action) {
    return wish((wish, _) -> action.apply(wish));
  }

  private HandlerFunction<ServerResponse> locked(BiFunction<JsonNode, String, ObjectNode> action) {
    return wish(
        (wish, base) -> {
          synchronized (slack.workspace()) {
            return action.apply(wish, base);
          }
        });
  }

  static HandlerFunction<ServerResponse> wish(BiFunction<JsonNode, String, ObjectNode> action) {
    return request -> {
      JsonNode wish = read(request);
      return answer(() -> action.apply(wish, Http.base(request)));
    };
  }

  private static JsonNode read(ServerRequest request) throws IOException {
    String body = new String(Http.body(request, MAX_BODY), UTF_8);
    return Json.parse(body.isBlank() ? "{}" : body).orElseGet(Json::object);
  }

  static ServerResponse answer(Supplier<ObjectNode> action) {
    try {
      return json(200, Json.object().put("ok", true).setAll(action.get()));
    } catch (Refusal refusal) {
      return json(400, refusal.answer());
    }
  }

  private static ServerResponse json(int status, JsonNode answer) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .body(Json.write(answer));
  }

  /// Ends the open streams, so that a server that stops does not wait for them.
  @Override
  public void close() {
    stream.close();
  }
}
