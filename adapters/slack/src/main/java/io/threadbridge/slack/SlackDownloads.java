package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.CappedStream;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Opens files of the workspace. Each time Slack is asked first whether the file is still there, so
/// that one which was deleted is never shown again; only then its bytes are fetched.
///
/// The token goes to Slack's own addresses alone, so redirections are followed here. A token that
/// may not see a file is told so with a page to sign in on, as HTML with status 200.
final class SlackDownloads {
  /// Until the bytes begin to come; also while a file of another platform's is being posted, see
  /// [SlackFilePosts].
  private static final Duration OPEN_MAX = Duration.ofMillis(5_500);

  private static final int HOPS_MAX = 3;
  private static final int TRIES_MAX = 3;

  /// Files are scanned before their bytes can be had.
  private static final Duration SCAN_PAUSE = Duration.ofMillis(600);

  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Set<String> GONE =
      Set.of("file_not_found", "file_deleted", "not_visible", "invalid_arguments");

  private final SlackCalls calls;
  private final SlackFileHealth health;

  SlackDownloads(SlackCalls calls, SlackHealth health) {
    this.calls = calls;
    this.health = new SlackFileHealth(health, "files:read");
  }

  /// What came of fetching bytes.
  private sealed interface Got {
    /// This is known of them.
    record Known(FileBytes bytes) implements Got {}

    /// They are not there yet.
    record NotYet() implements Got {}

    /// They are elsewhere.
    record At(HttpUrl url) implements Got {}
  }

  /// @param id the file's own
  FileBytes open(String id) {
    Patience patience = Patience.of(OPEN_MAX);
    return switch (calls.read("files.info", Map.of("file", id))) {
      case SlackReply.Fine<JsonObject>(JsonObject answer) ->
          opened(SlackJson.object(answer, "file"), patience);
      case SlackReply.No<JsonObject>(String error, String needed) -> refused(error, needed);
      case SlackReply.Trouble<JsonObject>(Delivery.Later later) ->
          new FileBytes.Later(later.after(), later.why());
      case SlackReply.Trouble<JsonObject> _ -> new FileBytes.Later(LATER, "no answer");
    };
  }

  private FileBytes refused(String error, String needed) {
    if (GONE.contains(error)) {
      return new FileBytes.Gone(error);
    }
    String mend = health.refused(error, needed);
    return mend.isEmpty()
        ? new FileBytes.Later(LATER, error)
        : new FileBytes.Later(SlackErrors.MEND_PAUSE, error);
  }

  private FileBytes opened(JsonObject file, Patience patience) {
    Optional<String> why = HungFiles.whyNot(file);
    if (why.isPresent()) {
      return new FileBytes.Gone(why.get());
    }
    String address =
        SlackJson.maybe(file, "url_private_download")
            .orElseGet(() -> SlackJson.text(file, "url_private"));
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !calls.settings().isSlacks(url)) {
      return new FileBytes.Gone("no address of Slack's");
    }
    for (int tries = 1; tries <= TRIES_MAX; tries++) {
      if (fetched(url, file, patience) instanceof Got.Known(FileBytes bytes)) {
        return bytes;
      }
      if (!patience.pause(SCAN_PAUSE)) {
        break;
      }
    }
    return new FileBytes.Later(LATER, "its bytes are not there yet");
  }

  private Got fetched(HttpUrl first, JsonObject file, Patience patience) {
    HttpUrl url = first;
    for (int hop = 0; hop <= HOPS_MAX && !patience.isOver(); hop++) {
      Got got = get(url, file, patience);
      if (!(got instanceof Got.At(HttpUrl next))) {
        return got;
      }
      url = next;
    }
    return later("redirected too often, or too slowly");
  }

  // The body is open when this returns a stream: whoever reads it closes it.
  private Got get(HttpUrl url, JsonObject file, Patience patience) {
    if (!url.isHttps() && !calls.settings().isLoopback()) {
      return later("redirected to where everybody can read");
    }
    // Not packed, so that the length that is told is the file's.
    Request.Builder request = new Request.Builder().url(url).header("Accept-Encoding", "identity");
    if (calls.settings().isSlacks(url)) {
      request.header("Authorization", "Bearer " + calls.settings().botToken());
    }
    try {
      Response response = calls.fetch(request.build(), patience.left());
      Optional<FileBytes> open = bytes(response, file);
      if (open.isPresent()) {
        return new Got.Known(open.get());
      }
      try (response) {
        return got(response);
      }
    } catch (IOException e) {
      return later(e.getClass().getSimpleName());
    }
  }

  /// The bytes, if these are the file's.
  private Optional<FileBytes> bytes(Response response, JsonObject file) {
    ResponseBody body = response.body();
    if (response.code() != 200 || body == null || isToSignIn(body, file)) {
      return Optional.empty();
    }
    if (body.contentLength() > SharedFile.SIZE_MAX) {
      response.close();
      return Optional.of(new FileBytes.Gone("larger than it may be"));
    }
    health.works();
    return Optional.of(
        new FileBytes.Open(new CappedStream(body.byteStream(), SharedFile.SIZE_MAX)));
  }

  /// HTML that is not the file itself.
  private static boolean isToSignIn(ResponseBody body, JsonObject file) {
    boolean html =
        Optional.ofNullable(body.contentType())
            .filter(type -> type.subtype().equals("html"))
            .isPresent();
    boolean isHtml = SlackJson.text(file, "mimetype").equals("text/html");
    return html && !(isHtml && body.contentLength() == HungFiles.size(file));
  }

  private Got got(Response response) {
    if (response.isRedirect()) {
      HttpUrl next = response.request().url().resolve(location(response));
      return next == null ? later("redirected to nowhere") : new Got.At(next);
    }
    return switch (response.code()) {
      case 404 -> new Got.NotYet();
      case 410 -> new Got.Known(new FileBytes.Gone("HTTP 410"));
      case 429 ->
          new Got.Known(
              new FileBytes.Later(SlackCalls.pause(response.header("Retry-After")), "rate"));
      case 200, 401, 403 -> {
        health.signInAsked();
        yield new Got.Known(new FileBytes.Later(SlackErrors.MEND_PAUSE, "asked to sign in"));
      }
      default -> later("HTTP " + response.code());
    };
  }

  private static String location(Response response) {
    return SlackCalls.orEmpty(response.header("Location"));
  }

  private static Got later(String why) {
    return new Got.Known(new FileBytes.Later(LATER, why));
  }
}
