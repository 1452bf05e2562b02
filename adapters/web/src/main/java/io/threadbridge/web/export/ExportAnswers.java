package io.threadbridge.web.export;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// What is answered to whoever follows a link to figures, and cannot have them.
final class ExportAnswers {
  /// So long whoever asks waits while the figures are away.
  static final Duration AWAY = Duration.ofSeconds(5);

  private ExportAnswers() {}

  /// The link is not ours, not complete, or too old.
  static ServerResponse gone() {
    return refused(HttpStatus.GONE, "This link has expired or is not complete.");
  }

  /// There is nothing at this link.
  static ServerResponse nothing() {
    return refused(HttpStatus.NOT_FOUND, "There is nothing to see here.");
  }

  private static ServerResponse refused(HttpStatus status, String why) {
    return unkept(ServerResponse.status(status)).contentType(MediaType.TEXT_PLAIN).body(why);
  }

  /// The figures are away.
  static ServerResponse away() {
    return later(HttpStatus.SERVICE_UNAVAILABLE, AWAY);
  }

  /// Too many asked.
  static ServerResponse tooMany(Duration wait) {
    return later(HttpStatus.TOO_MANY_REQUESTS, wait);
  }

  private static ServerResponse later(HttpStatus status, Duration wait) {
    return unkept(ServerResponse.status(status))
        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
        .contentType(MediaType.TEXT_PLAIN)
        .body("Please try again in a moment.");
  }

  /// The heads of an answer of which nobody keeps anything.
  static ServerResponse.BodyBuilder unkept(ServerResponse.BodyBuilder answer) {
    return headed(answer, "no-store");
  }

  /// The heads of an answer.
  ///
  /// @param kept by whom and how long, as `Cache-Control` says it
  static ServerResponse.BodyBuilder headed(ServerResponse.BodyBuilder answer, String kept) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, kept)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff");
  }
}
