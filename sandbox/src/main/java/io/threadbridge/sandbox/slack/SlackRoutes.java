package io.threadbridge.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Slack's HTTP addresses: the Web API, files, avatars and `response_url`s.
final class SlackRoutes {
  private static final String SIGN_IN =
      "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to see this file.</body></html>";

  private final Workspace workspace;
  private final WebApi api;
  private final Files files;
  private final Scopes scopes;
  private final ResponseUrls responses;

  SlackRoutes(Workspace workspace, WebApi api, Files files, Scopes scopes, ResponseUrls responses) {
    this.workspace = workspace;
    this.api = api;
    this.files = files;
    this.scopes = scopes;
    this.responses = responses;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/sandbox/slack/api/{method}", api::handle)
        .POST("/sandbox/slack/api/{method}", api::handle)
        .GET(Person.AVATARS + "{name}", this::avatar)
        .POST(Files.PATH + "upload/{id}", this::upload)
        .PUT(Files.PATH + "upload/{id}", this::upload)
        .GET(Files.PATH + "private/{id}", this::download)
        .GET(Files.PATH + "private/{id}/download", this::download)
        .GET(Files.PATH + "seen/{id}", this::show)
        .POST(ResponseUrls.PATH + "{id}", this::respond)
        .build();
  }

  private ServerResponse avatar(ServerRequest request) {
    Person person = workspace.find(request.pathVariable("name").replace(".svg", ""));
    if (person == null) {
      return ServerResponse.notFound().build();
    }
    return ServerResponse.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .header("Cache-Control", "max-age=3600")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(Avatars.svg(person));
  }

  private ServerResponse upload(ServerRequest request) throws IOException {
    byte[] bytes = Http.upload(request, Files.MAX_FILE_BYTES);
    synchronized (workspace) {
      Optional<Files.Stored> file = files.find(request.pathVariable("id"));
      if (file.isEmpty() || file.get().isComplete()) {
        return ServerResponse.notFound().build();
      }
      files.upload(file.get(), bytes);
    }
    return ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).body("OK - " + bytes.length);
  }

  /// The bytes for who has the token with the right to read files; for everybody else a sign-in
  /// page, and 200, as Slack has it.
  private ServerResponse download(ServerRequest request) {
    String authorization =
        Optional.ofNullable(request.headers().firstHeader("Authorization")).orElse("");
    boolean mayRead;
    synchronized (workspace) {
      mayRead = scopes.has("files:read");
    }
    if (!mayRead || !authorization.equals("Bearer " + SandboxIds.BOT_TOKEN)) {
      return ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(SIGN_IN);
    }
    return bytes(request, "attachment");
  }

  /// The bytes for the page, which has no token; images only are shown in place.
  private ServerResponse show(ServerRequest request) {
    return bytes(request, "inline");
  }

  private ServerResponse bytes(ServerRequest request, String disposition) {
    synchronized (workspace) {
      Optional<Files.Stored> file = files.find(request.pathVariable("id"));
      if (file.isEmpty() || !file.get().isUploaded() || file.get().isDeleted()) {
        return ServerResponse.notFound().build();
      }
      String type = Json.text(file.get().json(), "mimetype");
      boolean shown = disposition.equals("inline") && type.startsWith("image/");
      return ServerResponse.ok()
          .contentType(MediaType.valueOf(type))
          .header("Content-Disposition", shown ? "inline" : "attachment")
          .header("X-Content-Type-Options", "nosniff")
          .header("Content-Security-Policy", "default-src 'none'; sandbox")
          .body(file.get().bytes());
    }
  }

  private ServerResponse respond(ServerRequest request) throws IOException {
    try {
      String body = new String(Http.body(request, WebApi.MAX_BODY), UTF_8);
      var wish = Json.parse(body).orElseThrow(() -> new Refusal("invalid_payload"));
      synchronized (workspace) {
        responses.answer(request.pathVariable("id"), wish);
      }
      return ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).body("ok");
    } catch (Refusal refusal) {
      return ServerResponse.status(404)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Json.write(refusal.answer()));
    }
  }
}
