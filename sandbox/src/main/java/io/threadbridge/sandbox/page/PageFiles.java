package io.threadbridge.sandbox.page;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The page's own files, a fixed list, under a policy that lets nothing else run or load.
final class PageFiles {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  private static final Map<String, MediaType> FILES =
      Map.ofEntries(
          entry("index.html", MediaType.TEXT_HTML),
          entry("page.css", MediaType.valueOf("text/css;charset=UTF-8")),
          entry("icon.svg", MediaType.valueOf("image/svg+xml")),
          entry("page.js", SCRIPT),
          entry("blocks.js", SCRIPT),
          entry("composer.js", SCRIPT),
          entry("controls.js", SCRIPT),
          entry("directs.js", SCRIPT),
          entry("dom.js", SCRIPT),
          entry("emoji.js", SCRIPT),
          entry("icons.js", SCRIPT),
          entry("messages.js", SCRIPT),
          entry("modal.js", SCRIPT),
          entry("places.js", SCRIPT),
          entry("store.js", SCRIPT),
          entry("stream.js", SCRIPT),
          entry("teams.html", MediaType.TEXT_HTML),
          entry("teams.css", MediaType.valueOf("text/css;charset=UTF-8")),
          entry("teams.js", SCRIPT),
          entry("teamsactions.js", SCRIPT),
          entry("teamscard.js", SCRIPT),
          entry("teamscomposer.js", SCRIPT),
          entry("teamsinput.js", SCRIPT),
          entry("teamsposts.js", SCRIPT),
          entry("teamsstore.js", SCRIPT),
          entry("teamstext.js", SCRIPT),
          entry("text.js", SCRIPT));

  ServerResponse index(ServerRequest request) throws IOException {
    return file("index.html");
  }

  ServerResponse named(ServerRequest request) throws IOException {
    return file(request.pathVariable("file"));
  }

  /// One of the files by its name; 404 for every other name.
  ServerResponse file(String name) throws IOException {
    MediaType type = FILES.get(name);
    if (type == null) {
      return ServerResponse.notFound().build();
    }
    try (InputStream stream = PageFiles.class.getResourceAsStream(name)) {
      if (stream == null) {
        return ServerResponse.notFound().build();
      }
      return ServerResponse.ok()
          .contentType(type)
          .header("Content-Security-Policy", POLICY)
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .header("Cache-Control", "no-cache")
          .body(stream.readAllBytes());
    }
  }
}
