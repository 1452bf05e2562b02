package io.threadbridge.teams;

import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// Begins to read what the connector keeps of people's messages, and leaves it to whoever asked to
/// read on. Nothing is followed to another address: the token would go with it.
final class TeamsDownloads {
  /// A file is read within this, however slowly the reader takes it.
  static final Duration READING = Duration.ofMinutes(2);

  private static final int OK = 200;
  private static final int SEGMENTS = 5;

  private final OkHttpClient http;
  private final Predicate<HttpUrl> isAllowed;

  /// An answer that has begun to come; whoever has it closes it.
  ///
  /// @param type as the connector names it
  record Download(ResponseBody body, String type) implements AutoCloseable {
    /// In bytes; 0 if the connector does not say.
    long size() {
      return Math.max(body.contentLength(), 0);
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /// @param http a client that adds the connector's token and leaves answers unread
  /// @param isAllowed where that token may go
  TeamsDownloads(OkHttpClient http, Predicate<HttpUrl> isAllowed, Duration silence) {
    this.http = http.newBuilder().readTimeout(silence).callTimeout(READING).build();
    this.isAllowed = isAllowed;
  }

  /// An address, if it is one of the connector's, and of an attachment: somebody who writes by way
  /// of Graph may give any, and whatever is read there a visitor sees.
  Optional<HttpUrl> address(String written) {
    return Optional.ofNullable(HttpUrl.parse(written))
        .filter(isAllowed)
        .filter(url -> isAnAttachment(url.pathSegments()));
  }

  /// Such as `…/v3/attachments/0-weu-d8-c0ee/views/original`.
  private static boolean isAnAttachment(List<String> path) {
    int size = path.size();
    return size >= SEGMENTS
        && path.subList(size - SEGMENTS, size - 3).equals(List.of("v3", "attachments"))
        && path.get(size - 2).equals("views");
  }

  /// The answer as soon as it begins to come, if it is a file's.
  ///
  /// @param within how long is waited for its beginning
  TeamsReply<Download> begin(HttpUrl url, Duration within) {
    // Packed, it would not say how long it is.
    Request request = new Request.Builder().url(url).header("Accept-Encoding", "identity").build();
    Call call = http.newCall(request);
    CompletableFuture<Response> future = new CompletableFuture<>();
    call.enqueue(new Beginning(future));
    try {
      return answered(future.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException _) {
      giveUp(call, future);
      return new TeamsReply.Trouble<>(new Delivery.Unknown("timeout"));
    } catch (InterruptedException _) {
      giveUp(call, future);
      Thread.currentThread().interrupt();
      return new TeamsReply.Trouble<>(new Delivery.Unknown("interrupted"));
    }
  }

  /// An answer that comes after all is closed by whoever sees it: one of the two does.
  private static void giveUp(Call call, CompletableFuture<Response> future) {
    call.cancel();
    if (!future.cancel(false) && !future.isCompletedExceptionally()) {
      future.join().close();
    }
  }

  private record Beginning(CompletableFuture<Response> future) implements Callback {
    @Override
    public void onResponse(Call call, Response response) {
      if (!future.complete(response)) {
        response.close();
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      future.completeExceptionally(e);
    }
  }

  private static TeamsReply<Download> answered(Response response) {
    ResponseBody body = response.body();
    if (response.code() == OK && body != null) {
      String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
      return new TeamsReply.Fine<>(new Download(body, type));
    }
    response.close();
    return new TeamsReply.No<>(response.code(), "", TeamsClient.retryAfter(response.headers()));
  }

  private static TeamsReply<Download> failed(@Nullable Throwable cause) {
    return new TeamsReply.Trouble<>(
        cause instanceof NotSent notSent
            ? notSent.delivery()
            : new Delivery.Unknown(cause == null ? "?" : cause.getClass().getSimpleName()));
  }
}
