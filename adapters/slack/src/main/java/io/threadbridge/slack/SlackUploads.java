package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/// Brings a file into the workspace in Slack's three steps, shared with nobody: to do it twice
/// leaves but a file that nobody sees.
final class SlackUploads {
  private static final MediaType BYTES = MediaType.get("application/octet-stream");
  private static final Duration LOOK_EVERY = Duration.ofMillis(400);
  private static final int BUFFER = 16 * 1024;

  private final SlackCalls calls;
  private final SlackFileHealth health;

  SlackUploads(SlackCalls calls, SlackHealth health) {
    this.calls = calls;
    this.health = new SlackFileHealth(health, "files:write");
  }

  /// What came of it.
  sealed interface Outcome {
    /// It is there.
    record There(String id, String permalink) implements Outcome {}

    /// It is not, and will not be.
    record Not(String why) implements Outcome {}

    /// It is not, because Slack is busy or away.
    record Busy(Delivery.Later later) implements Outcome {}
  }

  /// Reads the bytes to their end, unless something goes wrong; does not close them.
  ///
  /// @param size of the bytes, exactly
  Outcome upload(String name, long size, InputStream bytes, Patience patience) {
    Map<String, String> question = Map.of("filename", name, "length", Long.toString(size));
    return switch (calls.read("files.getUploadURLExternal", question, patience)) {
      case SlackReply.Fine<JsonObject>(JsonObject answer) -> {
        String id = SlackJson.text(answer, "file_id");
        Optional<Outcome> trouble =
            sent(SlackJson.text(answer, "upload_url"), size, bytes, patience);
        yield trouble.orElseGet(() -> completed(id, name, patience));
      }
      case SlackReply.No<JsonObject>(String error, String needed) -> refused(error, needed);
      case SlackReply.Trouble<JsonObject>(Delivery delivery) ->
          busy(delivery).orElseGet(() -> new Outcome.Not("no answer"));
    };
  }

  /// Only where Slack asks for a pause: whatever else is amiss here may last, and the post with the
  /// link need not wait for it.
  private static Optional<Outcome> busy(Delivery delivery) {
    return delivery instanceof Delivery.Later later && later.mend().isEmpty()
        ? Optional.of(new Outcome.Busy(later))
        : Optional.empty();
  }

  private Outcome refused(String error, String needed) {
    Optional<Outcome> busy = busy(SlackErrors.delivery(error, needed));
    String _ = health.refused(error, needed);
    return busy.orElseGet(() -> new Outcome.Not(error));
  }

  /// Sends the bytes to where Slack wants them, without the token; empty if they are there.
  private Optional<Outcome> sent(String address, long size, InputStream bytes, Patience patience) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !calls.settings().isSlacks(url)) {
      return Optional.of(new Outcome.Not("no address of Slack's"));
    }
    Duration left = patience.left();
    if (left.toMillis() < 1) {
      return Optional.of(new Outcome.Not("too slow"));
    }
    Request request = new Request.Builder().url(url).post(body(size, bytes)).build();
    try (Response response = calls.send(request, left)) {
      return switch (response.code()) {
        case 200 -> Optional.empty();
        case 429 ->
            Optional.of(
                new Outcome.Busy(
                    new Delivery.Later(
                        SlackCalls.pause(response.header("Retry-After")), "rate", "")));
        default -> Optional.of(new Outcome.Not("HTTP " + response.code()));
      };
    } catch (IOException e) {
      return Optional.of(new Outcome.Not(e.getClass().getSimpleName()));
    }
  }

  /// Fails where there are fewer bytes, or more.
  private static RequestBody body(long size, InputStream bytes) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return BYTES;
      }

      @Override
      public long contentLength() {
        return size;
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
          left -= read;
          if (left < 0) {
            throw new IOException("more bytes than were told");
          }
          sink.write(buffer, 0, read);
        }
        if (left > 0) {
          throw new IOException("fewer bytes than were told");
        }
      }
    };
  }

  /// Can be done only once; where its answer was lost the file itself tells.
  private Outcome completed(String id, String name, Patience patience) {
    JsonObject file = new JsonObject();
    file.addProperty("id", id);
    file.addProperty("title", name);
    JsonArray files = new JsonArray();
    files.add(file);
    Map<String, String> question = Map.of("files", files.toString());
    return switch (calls.read("files.completeUploadExternal", question, patience)) {
      case SlackReply.Fine<JsonObject>(JsonObject answer) ->
          SlackJson.objects(answer, "files").stream()
              .findFirst()
              .flatMap(SlackUploads::there)
              .orElseGet(() -> lookedUp(id, patience));
      case SlackReply.No<JsonObject>(String error, String needed) -> refused(error, needed);
      case SlackReply.Trouble<JsonObject>(Delivery delivery) ->
          busy(delivery).orElseGet(() -> lookedUp(id, patience));
    };
  }

  private Outcome lookedUp(String id, Patience patience) {
    return info(id, patience)
        .flatMap(SlackUploads::there)
        .orElseGet(() -> new Outcome.Not("no answer"));
  }

  private static Optional<Outcome> there(JsonObject file) {
    String id = SlackJson.text(file, "id");
    return SlackJson.maybe(file, "permalink").map(link -> new Outcome.There(id, link));
  }

  private Optional<JsonObject> info(String id, Patience patience) {
    return calls.read("files.info", Map.of("file", id), patience)
            instanceof SlackReply.Fine<JsonObject>(JsonObject answer)
        ? Optional.of(SlackJson.object(answer, "file"))
        : Optional.empty();
  }

  /// Waits until Slack has looked into the file: it tells its type only then. Nothing is lost where
  /// it takes too long, or where Slack does not say.
  void waitUntilRead(String id, Patience patience) {
    while (info(id, patience).filter(file -> SlackJson.text(file, "mimetype").isEmpty()).isPresent()
        && patience.pause(LOOK_EVERY)) {
      // Once more.
    }
  }

  /// Slack takes and shows files.
  void works() {
    health.works();
  }

  /// Takes a file out of the workspace again; one that is gone is taken out.
  SlackReply<?> delete(String id) {
    return calls.quick(client -> client.filesDelete(request -> request.file(id)));
  }
}
