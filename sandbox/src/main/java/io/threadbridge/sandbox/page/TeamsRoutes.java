package io.threadbridge.sandbox.page;

import io.threadbridge.sandbox.teams.PretendTeams;
import java.net.URI;
import java.util.function.Function;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Teams page and its control API under `/sandbox/page/teams/`, in the manner of Slack's.
public final class TeamsRoutes {
  private static final int DEFAULT_MESSAGES = 500;
  private static final String BASE = "/sandbox/page/teams/";

  private final PretendTeams teams;
  private final PageFiles files = new PageFiles();

  /// Changes go into the stream that `page` has for all.
  public TeamsRoutes(PretendTeams teams, PageRoutes page) {
    this.teams = teams;
    teams.listen(page.listener());
  }

  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    routes.GET(
        "/sandbox/teams", _ -> ServerResponse.temporaryRedirect(URI.create("teams/")).build());
    routes.GET("/sandbox/teams/", _ -> files.file("teams.html"));
    reading(routes);
    acting(routes);
    turning(routes);
    return routes.build();
  }

  private void reading(RouterFunctions.Builder routes) {
    routes.GET(
        BASE + "state",
        request -> PageRoutes.answer(() -> teams.snapshots().state(parameter(request, "as"))));
    routes.GET(BASE + "messages", request -> PageRoutes.answer(() -> messages(request)));
    routes.GET(BASE + "counters", _ -> PageRoutes.answer(teams.controls()::counters));
    routes.GET(BASE + "settings", _ -> PageRoutes.answer(teams.controls()::settings));
  }

  private ObjectNode messages(ServerRequest request) {
    String limit = parameter(request, "limit");
    return teams
        .snapshots()
        .messages(
            parameter(request, "conversation"),
            parameter(request, "thread"),
            parameter(request, "as"),
            limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : DEFAULT_MESSAGES);
  }

  private static String parameter(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }

  private void acting(RouterFunctions.Builder routes) {
    routes.POST(BASE + "say", locked(teams.hands()::say));
    routes.POST(BASE + "edit", locked(teams.hands()::edit));
    routes.POST(BASE + "delete", locked(teams.hands()::delete));
    routes.POST(BASE + "react", locked(teams.hands()::react));
    routes.POST(BASE + "press", turn(teams.presses()::press));
    routes.POST(BASE + "submit", turn(teams.presses()::submitDialog));
    routes.POST(BASE + "close", turn(teams.presses()::closeDialog));
    routes.POST(BASE + "install", locked(teams.events()::install));
    routes.POST(BASE + "event", locked(teams.events()::event));
  }

  private void turning(RouterFunctions.Builder routes) {
    routes.POST(BASE + "bot", PageRoutes.wish(teams.controls()::bot));
    routes.POST(BASE + "rsc", turn(teams.controls()::reading));
    routes.POST(BASE + "limits", turn(teams.controls()::limits));
    routes.POST(BASE + "faults", turn(teams.controls()::fault));
    routes.DELETE(BASE + "faults", _ -> PageRoutes.answer(teams.controls()::clearFaults));
    routes.POST(BASE + "tokens", turn(teams.controls()::tokens));
    routes.POST(BASE + "presence", turn(teams.controls()::presence));
    routes.DELETE(BASE + "counters", _ -> PageRoutes.answer(teams.controls()::resetCounters));
    routes.POST(BASE + "reset", turn(_ -> teams.controls().reset()));
  }

  private static HandlerFunction<ServerResponse> turn(Function<JsonNode, ObjectNode> action) {
    return PageRoutes.wish((wish, _) -> action.apply(wish));
  }

  private HandlerFunction<ServerResponse> locked(Function<JsonNode, ObjectNode> action) {
    return turn(
        wish -> {
          synchronized (teams.world()) {
            return action.apply(wish);
          }
        });
  }
}
