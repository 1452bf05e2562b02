package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.web.wire.FrameWriter;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What all answers to links have in common: a page of ours in every case, no caching, and nothing
/// that would tell another site of the link.
final class LinkFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final String UP = "../";

  private static final Map<String, String> HEADERS =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  private final Texts texts;

  LinkFilter(Texts texts) {
    this.texts = texts;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    return new WithHeaders(handled(request, next), HEADERS);
  }

  private ServerResponse handled(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      return next.handle(request);
    } catch (Refusal refusal) {
      return trouble(request, refusal);
    } catch (StoreUnavailable _) {
      return trouble(request, Refusal.away());
    }
  }

  private ServerResponse trouble(ServerRequest request, Refusal refusal) {
    ServerResponse.BodyBuilder builder =
        ServerResponse.status(refusal.status())
            .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8));
    refusal
        .retryAfter()
        .ifPresent(
            wait ->
                builder.header(HttpHeaders.RETRY_AFTER, Long.toString(FrameWriter.seconds(wait))));
    return builder.body(page(request, texts).said(up(request), "back.trouble"));
  }

  /// The page that says why there is nothing behind a link.
  static ServerResponse gone(ServerRequest request, Texts texts, String why) {
    return html(HttpStatus.GONE, page(request, texts).said(up(request), why));
  }

  static ServerResponse html(HttpStatus status, String page) {
    return ServerResponse.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .body(page);
  }

  /// For whoever has no good link: in the browser's language, about no site.
  static LinkPage page(ServerRequest request, Texts texts) {
    String language =
        request.headers().acceptLanguage().stream()
            .map(range -> Locale.forLanguageTag(range.getRange().replace("*", "en")))
            .map(Locale::toLanguageTag)
            .findFirst()
            .orElse("en");
    return new LinkPage(texts, language, ZoneOffset.UTC, "");
  }

  static String up(ServerRequest request) {
    return request.path().endsWith(SignedLinks.STOP_MAIL) ? UP : "";
  }
}
