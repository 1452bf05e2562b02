package io.threadbridge.web;

import io.threadbridge.web.wire.Reason;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// A request that is answered with an error of the protocol's. `message` is for the person who
/// builds a client, and repeats nothing of what was sent.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final Reason reason;
  private final String message;
  private final transient Optional<Duration> retryAfter;

  private Refusal(HttpStatus status, Reason reason, String message, Optional<Duration> retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.reason = reason;
    this.message = message;
    this.retryAfter = retryAfter;
  }

  static Refusal malformed(String message) {
    return new Refusal(HttpStatus.BAD_REQUEST, Reason.MALFORMED, message, Optional.empty());
  }

  static Refusal tooLong(int most) {
    String message = "The body is longer than " + most + " bytes.";
    return new Refusal(HttpStatus.CONTENT_TOO_LARGE, Reason.TOO_LONG, message, Optional.empty());
  }

  static Refusal empty() {
    String message = "The file is empty.";
    return new Refusal(HttpStatus.BAD_REQUEST, Reason.EMPTY, message, Optional.empty());
  }

  static Refusal fileType() {
    String message = "Files of this type are not passed on; what its bytes say counts.";
    return new Refusal(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE, Reason.FILE_TYPE, message, Optional.empty());
  }

  static Refusal filesOff() {
    String message = "The site takes no files.";
    return new Refusal(HttpStatus.FORBIDDEN, Reason.FILES_OFF, message, Optional.empty());
  }

  static Refusal filesFull() {
    String message = "The conversation holds as many files as it can.";
    return new Refusal(HttpStatus.CONFLICT, Reason.FULL, message, Optional.empty());
  }

  static Refusal noFile(HttpStatus status) {
    String message = "No message of this conversation has such a file, or it is no longer kept.";
    return new Refusal(status, Reason.FILE, message, Optional.empty());
  }

  static Refusal noConversation() {
    String message = "The conversation is not known, or was erased.";
    return new Refusal(HttpStatus.NOT_FOUND, Reason.UNKNOWN, message, Optional.empty());
  }

  static Refusal tooSlow(Duration wait) {
    String message = "The file came too slowly.";
    return new Refusal(HttpStatus.REQUEST_TIMEOUT, Reason.UNAVAILABLE, message, Optional.of(wait));
  }

  static Refusal later(Duration wait) {
    String message = "The file cannot be had now; the same request may come again.";
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE, Reason.UNAVAILABLE, message, Optional.of(wait));
  }

  static Refusal token() {
    String message = "The token is missing, unknown or expired.";
    return new Refusal(HttpStatus.UNAUTHORIZED, Reason.EXPIRED, message, Optional.empty());
  }

  static Refusal origin() {
    String message =
        "The Origin header must be the bridge's own origin or one of the site's origins.";
    return new Refusal(HttpStatus.FORBIDDEN, Reason.ORIGIN, message, Optional.empty());
  }

  static Refusal site() {
    String message = "There is no site of this name in the settings.";
    return new Refusal(HttpStatus.NOT_FOUND, Reason.UNKNOWN, message, Optional.empty());
  }

  static Refusal rate(Duration wait) {
    String message = "Too much in too short a time.";
    return new Refusal(HttpStatus.TOO_MANY_REQUESTS, Reason.RATE, message, Optional.of(wait));
  }

  static Refusal full(Duration wait) {
    String message = "Too many lines or conversations are open.";
    return new Refusal(HttpStatus.TOO_MANY_REQUESTS, Reason.FULL, message, Optional.of(wait));
  }

  static Refusal away() {
    String message = "The bridge cannot store anything now; the same request may come again.";
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        Reason.UNAVAILABLE,
        message,
        Optional.of(VisitorActions.AWAY));
  }

  HttpStatus status() {
    return status;
  }

  Reason reason() {
    return reason;
  }

  String message() {
    return message;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
