package io.threadbridge.sandbox.page;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/// Tells every open page what changed, as server-sent events.
///
/// A page that reads too slowly loses its backlog and is told to load anew (`resync`).
final class PageStream implements ChangeListener, AutoCloseable {
  static final int MAX_PAGES = 50;
  static final int MAX_BACKLOG = 2_000;
  private static final long KEEP_ALIVE_SECONDS = 15;
  private static final String END = "end";

  private static final class Reader {
    private final BlockingQueue<String> backlog = new ArrayBlockingQueue<>(MAX_BACKLOG);
    private final AtomicBoolean overrun = new AtomicBoolean();
  }

  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

  @Override
  public void changed(ObjectNode change) {
    if (readers.isEmpty()) {
      return;
    }
    String text = Json.write(change);
    for (Reader reader : readers) {
      if (!reader.backlog.offer(text)) {
        reader.overrun.set(true);
      }
    }
  }

  /// One page's stream, until it goes away.
  ServerResponse open(ServerRequest request) {
    if (readers.size() >= MAX_PAGES) {
      return ServerResponse.status(503).body("too many pages");
    }
    return ServerResponse.sse(
        builder -> {
          Reader reader = new Reader();
          readers.add(reader);
          Runnable end = () -> readers.remove(reader);
          builder.onComplete(end).onError(_ -> end.run()).onTimeout(end);
          Thread.ofVirtual().name("sandbox-page").start(() -> serve(reader, builder, request));
        },
        Duration.ZERO);
  }

  private void serve(Reader reader, ServerResponse.SseBuilder builder, ServerRequest request) {
    try {
      write(reader, builder);
    } catch (IOException | IllegalStateException _) {
      // The page was closed: nothing is owed to it. Jetty does not notice by itself that the
      // request is over, and a server that stops would wait for it.
      over(request.servletRequest());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      readers.remove(reader);
    }
  }

  private void write(Reader reader, ServerResponse.SseBuilder builder)
      throws IOException, InterruptedException {
    builder.send("{\"type\":\"hello\"}");
    while (readers.contains(reader)) {
      String text = reader.backlog.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
      if (END.equals(text)) {
        break;
      }
      if (reader.overrun.compareAndSet(true, false)) {
        reader.backlog.clear();
        text = "{\"type\":\"resync\"}";
      }
      builder.send(text == null ? "{\"type\":\"alive\"}" : text);
    }
    builder.complete();
  }

  private static void over(HttpServletRequest request) {
    try {
      if (request.isAsyncStarted()) {
        request.getAsyncContext().complete();
      }
    } catch (IllegalStateException _) {
      // It was over before.
    }
  }

  @Override
  public void close() {
    for (Reader reader : readers) {
      reader.backlog.clear();
      reader.backlog.offer(END);
    }
  }
}
