package io.threadbridge.web;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// One open response of server-sent events. Written by one thread at a time, ended by any.
final class EventStream {
  private final AsyncContext async;
  private final OutputStream out;
  private final AtomicBoolean completed = new AtomicBoolean();
  private final List<Runnable> afterwards = new ArrayList<>();
  private boolean over;

  EventStream(AsyncContext async, OutputStream out) {
    this.async = async;
    this.out = out;
  }

  /// One event; `data` has no line ends. Blocks while the client takes nothing, at most for the
  /// container's idle time.
  void event(String id, String data) throws IOException {
    if (completed.get()) {
      throw new IOException("the stream is closed");
    }
    String named = id.isEmpty() ? "" : "id:" + id + "\n";
    out.write((named + "data:" + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Ends the response; harmless when repeated.
  void complete() {
    if (completed.compareAndSet(false, true)) {
      async.complete();
      ended();
    }
  }

  /// The container has ended the response; harmless when repeated.
  void ended() {
    completed.set(true);
    tasksOfTheEnd().forEach(Runnable::run);
  }

  private synchronized List<Runnable> tasksOfTheEnd() {
    over = true;
    List<Runnable> tasks = List.copyOf(afterwards);
    afterwards.clear();
    return tasks;
  }

  /// Has this done once, when the stream has ended, at once if it has already.
  void whenEnded(Runnable task) {
    if (!isKeptForTheEnd(task)) {
      task.run();
    }
  }

  private synchronized boolean isKeptForTheEnd(Runnable task) {
    return !over && afterwards.add(task);
  }
}
