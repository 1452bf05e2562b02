package io.threadbridge.config;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The demo: a small shop with the widget on it, beside the pretend workspace.
final class DemoRoutes {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
          + " frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'self'";
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8),
          "css", new MediaType("text", "css", java.nio.charset.StandardCharsets.UTF_8),
          "js", new MediaType("text", "javascript", java.nio.charset.StandardCharsets.UTF_8),
          "svg", MediaType.valueOf("image/svg+xml"));

  private DemoRoutes() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/", _ -> page("index.html"))
        .GET("/demo/{name:[a-z0-9-]+\\.[a-z]+}", request -> page(request.pathVariable("name")))
        .build();
  }

  private static ServerResponse page(String name) {
    Resource file = new ClassPathResource("demo/" + name);
    Optional<MediaType> type =
        Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    if (type.isEmpty() || !file.exists()) {
      return ServerResponse.notFound().build();
    }
    return ServerResponse.ok()
        .contentType(type.get())
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .body(file);
  }
}
