package io.threadbridge.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.slack.Faults.Fault;
import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Web API: finds the method, checks token, scope and rate, and lies where a fault says so.
final class WebApi {
  static final int MAX_BODY = 1_048_576;
  private static final String HTML = "<!DOCTYPE html><html><body>Slack is down.</body></html>";

  private final Workspace workspace;
  private final Map<String, WebMethod> methods;
  private final Scopes scopes;
  private final RateLimits rates;
  private final Faults faults;
  private final Counters counters;

  WebApi(
      Workspace workspace,
      List<WebMethod> methods,
      Scopes scopes,
      RateLimits rates,
      Faults faults,
      Counters counters) {
    this.workspace = workspace;
    this.methods = methods.stream().collect(Collectors.toMap(WebMethod::name, Function.identity()));
    this.scopes = scopes;
    this.rates = rates;
    this.faults = faults;
    this.counters = counters;
  }

  ServerResponse handle(ServerRequest request) throws IOException {
    Call call;
    WebMethod method;
    try {
      call = new Call(request.pathVariable("method"), arguments(request), Http.base(request));
      method = method(call);
      counters.requested(method.name());
      authorize(request, call);
    } catch (Refusal refusal) {
      return answer(refusal.answer());
    }
    String channel = call.has("channel") ? call.text("channel") : call.text("channel_id");
    Optional<Fault> fault = faults.next(method.name(), channel);
    if (fault.isPresent() && !fault.get().kind().commits()) {
      return spoiled(request, fault.get());
    }
    long wait = rates.take(method, channel, workspace.now());
    if (wait > 0) {
      return limited(method, wait);
    }
    return finish(request, fault, run(method, call));
  }

  private ServerResponse finish(ServerRequest request, Optional<Fault> fault, ObjectNode answer)
      throws IOException {
    return fault.isPresent() ? lie(request, fault.get(), answer) : answer(answer);
  }

  private WebMethod method(Call call) {
    return Optional.ofNullable(methods.get(call.method()))
        .orElseThrow(() -> new Refusal("unknown_method"));
  }

  private static void authorize(ServerRequest request, Call call) {
    String header = Optional.ofNullable(request.headers().firstHeader("Authorization")).orElse("");
    String token = header.startsWith("Bearer ") ? header.substring(7).strip() : call.text("token");
    boolean app = call.method().equals(AppMethods.CONNECTIONS_OPEN);
    if (call.method().equals("api.test")) {
      return;
    }
    if (token.isEmpty()) {
      throw new Refusal("not_authed");
    }
    if (!token.equals(SandboxIds.BOT_TOKEN) && !token.equals(SandboxIds.APP_TOKEN)) {
      throw new Refusal("invalid_auth");
    }
    if (app != token.equals(SandboxIds.APP_TOKEN)) {
      throw new Refusal("not_allowed_token_type");
    }
  }

  private ObjectNode run(WebMethod method, Call call) {
    synchronized (workspace) {
      try {
        scopes.require(method.scope());
        ObjectNode answer = Json.object().put("ok", true);
        answer.setAll(method.handler().answer(call));
        return answer;
      } catch (Refusal refusal) {
        return refusal.answer();
      }
    }
  }

  private ServerResponse limited(WebMethod method, long seconds) {
    counters.limited(method.name());
    return ServerResponse.status(429)
        .header("Retry-After", Long.toString(seconds))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.write(Json.object().put("ok", false).put("error", "ratelimited")));
  }

  /// A fault before anything was done.
  private ServerResponse spoiled(ServerRequest request, Fault fault) throws IOException {
    return switch (fault.kind()) {
      case RATE_LIMITED ->
          ServerResponse.status(429)
              .header("Retry-After", Long.toString(fault.retryAfter()))
              .contentType(MediaType.APPLICATION_JSON)
              .body("{\"ok\":false,\"error\":\"ratelimited\"}");
      case ERROR -> answer(Json.object().put("ok", false).put("error", fault.error()));
      case DROP -> Http.drop(request);
      default -> ServerResponse.status(500).contentType(MediaType.TEXT_HTML).body(HTML);
    };
  }

  /// A fault after all was done.
  private ServerResponse lie(ServerRequest request, Fault fault, ObjectNode truth)
      throws IOException {
    return switch (fault.kind()) {
      case COMMIT_DROP -> Http.drop(request);
      case COMMIT_SERVER_ERROR ->
          ServerResponse.status(500).contentType(MediaType.TEXT_HTML).body(HTML);
      case COMMIT_HTML -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(HTML);
      case COMMIT_EMPTY -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body("");
      case COMMIT_MALFORMED -> {
        String whole = Json.write(truth);
        yield json(whole.substring(0, whole.length() / 2));
      }
      default -> {
        pause(fault.millis());
        yield answer(truth);
      }
    };
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerResponse answer(ObjectNode answer) {
    return json(Json.write(answer));
  }

  private ServerResponse json(String body) {
    String provided;
    synchronized (workspace) {
      provided = scopes.provided();
    }
    return ServerResponse.ok()
        .header("X-OAuth-Scopes", provided)
        .contentType(new MediaType("application", "json", UTF_8))
        .body(body);
  }

  private static ObjectNode arguments(ServerRequest request) throws IOException {
    ObjectNode arguments =
        form(Optional.ofNullable(request.servletRequest().getQueryString()).orElse(""));
    String type = request.headers().contentType().map(MediaType::toString).orElse("");
    String body = new String(Http.body(request, MAX_BODY), UTF_8);
    if (type.startsWith("application/json")) {
      JsonNode json = Json.parse(body).orElseThrow(() -> new Refusal("invalid_json"));
      if (!(json instanceof ObjectNode object)) {
        throw new Refusal("json_not_object");
      }
      arguments.setAll(object);
    } else {
      arguments.setAll(form(body));
    }
    return arguments;
  }

  private static ObjectNode form(String encoded) {
    ObjectNode fields = Json.object();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, UTF_8);
    } catch (IllegalArgumentException _) {
      throw new Refusal("invalid_form_data");
    }
  }
}
