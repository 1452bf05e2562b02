package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.widget.WidgetFiles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Serves the widget: `/widget.js` for the customers' pages, and under `/widget/` the frame and
/// what it loads.
///
/// The loader may be kept for five minutes, so that a mended one is soon everywhere; everything
/// else is asked for anew each time and answered with 304 while it is the same. Which pages may
/// hold the frame is said by the frame's `frame-ancestors`, made from its site's origins.
public final class WidgetRoutes {
  private static final Duration LOADER_KEPT = Duration.ofMinutes(5);
  private static final String LOADER = "widget.js";
  private static final String FRAME = "widget/frame.html";

  private final WidgetFiles files = new WidgetFiles();

  /// As many as the widget has files: nothing else is ever packed.
  private final ConcurrentHashMap<String, PackedFile> packed = new ConcurrentHashMap<>();

  private final Sites sites;
  private final Origins origins;

  /// Routes to the widget of these sites.
  public WidgetRoutes(Sites sites, Origins origins) {
    this.sites = sites;
    this.origins = origins;
  }

  /// All of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/widget.js", request -> file(request, LOADER))
        .GET("/widget/{*name}", request -> file(request, "widget" + request.pathVariable("name")))
        .build();
  }

  private Optional<PackedFile> find(String path) {
    return files.at(path).map(file -> packed.computeIfAbsent(path, _ -> new PackedFile(file)));
  }

  private ServerResponse file(ServerRequest request, String path) {
    Optional<PackedFile> found = find(path);
    Optional<String> policy = path.equals(FRAME) ? framePolicy(request) : Optional.of(NOTHING);
    if (found.isEmpty() || policy.isEmpty()) {
      return ServerResponse.notFound().build();
    }
    PackedFile file = found.get();
    ServerResponse response =
        request
            .checkNotModified(file.tag)
            .orElseGet(() -> body(ServerResponse.ok().eTag(file.tag), request, file));
    return new WithHeaders(response, headers(path, policy.get()));
  }

  private static Map<String, String> headers(String path, String policy) {
    String kept = path.equals(LOADER) ? "max-age=" + LOADER_KEPT.toSeconds() : "no-cache";
    return Map.of(
        HttpHeaders.CACHE_CONTROL,
        kept,
        HttpHeaders.VARY,
        HttpHeaders.ACCEPT_ENCODING,
        "Content-Security-Policy",
        policy,
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "no-referrer",
        "Cross-Origin-Resource-Policy",
        "cross-origin");
  }

  /// Compressed here, since the container may not be told to; it leaves alone what already is.
  private static ServerResponse body(
      ServerResponse.BodyBuilder builder, ServerRequest request, PackedFile file) {
    String accepted = request.headers().firstHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean zip = accepted != null && accepted.contains("gzip");
    builder.header(HttpHeaders.CONTENT_TYPE, file.type);
    return zip
        ? builder.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(file.zipped)
        : builder.body(file.plain);
  }

  /// For what is no page: whoever opens it as one gets nothing out of it.
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /// The frame's policy; empty if it is asked for without a site of ours. Photos of staff come from
  /// wherever the workspace keeps them.
  private Optional<String> framePolicy(ServerRequest request) {
    return request.param("site").flatMap(name -> sites.find(new SiteName(name))).map(this::policy);
  }

  private String policy(Site site) {
    String photos =
        origins.isOnLoopback() ? "https: http://localhost:* http://127.0.0.1:*" : "https:";
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src " + origins.connections(),
        "img-src 'self' data: blob: " + photos,
        "media-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors " + origins.ancestors(site));
  }
}
