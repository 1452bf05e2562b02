package io.threadbridge.config.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A visitor who writes numbered messages, one at a time, each again and again until it is
/// accepted, over lines that break; and reads. As `docs/visitor-protocol.md` has it, but impatient.
final class Visitor implements AutoCloseable {
  private static final Duration REPEAT = Duration.ofSeconds(10);
  private static final Duration COME_BACK = Duration.ofMillis(300);
  private static final Duration PING = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<URI> program;
  private final int count;
  private final Duration pace;
  private final HttpClient http = HttpClient.newHttpClient();

  /// What it has been told, by number; the same number twice is the same message.
  private final ConcurrentSkipListMap<Integer, JsonNode> messages = new ConcurrentSkipListMap<>();

  private final AtomicInteger accepted = new AtomicInteger();
  private final Thread thread;
  private volatile boolean over;
  private volatile @Nullable Throwable failure;
  private String token = "";

  /// A visitor of whatever program there is; says `count` messages, one per `pace`.
  Visitor(String name, Supplier<URI> program, int count, Duration pace) {
    this.name = name;
    this.program = program;
    this.count = count;
    this.pace = pace;
    this.thread = Thread.ofVirtual().name(name).start(this::live);
  }

  String name() {
    return name;
  }

  /// Whether everything was accepted.
  boolean hasSaidAll() {
    Throwable failed = failure;
    if (failed != null) {
      throw new AssertionError(name + " failed", failed);
    }
    return accepted.get() == count;
  }

  int accepted() {
    return accepted.get();
  }

  /// What the staff said, in the order in which it is shown.
  List<String> heard() {
    return messages.values().stream()
        .filter(message -> message.path("from").path("role").stringValue("").equals("staff"))
        .map(message -> message.path("text").stringValue(""))
        .toList();
  }

  /// The numbers of its own messages in the order in which they are shown to it.
  List<String> said() {
    return messages.values().stream()
        .filter(message -> message.path("from").path("role").stringValue("").equals("visitor"))
        .map(message -> message.path("id").stringValue(""))
        .toList();
  }

  private void live() {
    try {
      while (!over && !open()) {
        pause(COME_BACK);
      }
      while (!over) {
        URI address = program.get();
        try (Line line = new Line(http, address)) {
          talk(line);
        } catch (Line.Lost lost) {
          pause(COME_BACK);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private boolean open() {
    URI address = program.get();
    Optional<Web.Answer> answer =
        Web.postFrom(
            address,
            http,
            address.resolve("/visitor/v1/conversations"),
            Map.of(
                "site",
                "shop",
                "page",
                Map.of("url", address + "/", "title", "Shop"),
                "locale",
                "en",
                "visitor",
                Map.of()));
    answer
        .filter(a -> a.status() == 201)
        .ifPresent(a -> token = a.body().path("token").stringValue(""));
    return !token.isEmpty();
  }

  private void talk(Line line) {
    line.send(Map.of("type", "hello", "token", token, "after", after()));
    boolean greeted = false;
    long sayAt = System.nanoTime();
    long pingAt = System.nanoTime() + PING.toNanos();
    while (!over) {
      if (greeted && accepted.get() < count && System.nanoTime() >= sayAt) {
        line.send(say(accepted.get() + 1));
        sayAt = System.nanoTime() + REPEAT.toNanos();
      }
      if (System.nanoTime() >= pingAt) {
        line.send(Map.of("type", "ping"));
        pingAt = System.nanoTime() + PING.toNanos();
      }
      Optional<JsonNode> frame = line.next();
      if (frame.isPresent()) {
        greeted |= frame.get().path("type").stringValue("").equals("welcome");
        sayAt = take(frame.get()).map(wait -> System.nanoTime() + wait.toNanos()).orElse(sayAt);
      }
    }
  }

  private Map<String, Object> say(int number) {
    String text = "[" + name + ":" + number + "] Do you have it?";
    return Map.of("type", "say", "id", name + "-" + number, "text", text);
  }

  /// Takes a frame; when to say the next words, if it changes that.
  private Optional<Duration> take(JsonNode frame) {
    String type = frame.path("type").stringValue("");
    boolean mine = frame.path("id").stringValue("").equals(name + "-" + (accepted.get() + 1));
    switch (type) {
      case "message" -> messages.put(frame.path("seq").intValue(), frame);
      case "token" -> token = frame.path("token").stringValue("");
      case "accepted" -> {
        if (mine) {
          accepted.incrementAndGet();
          return Optional.of(pace);
        }
      }
      case "refused" -> {
        String reason = frame.path("reason").stringValue("");
        if (!List.of("rate", "unavailable").contains(reason)) {
          throw new AssertionError(name + " was refused: " + reason);
        }
        return mine ? Optional.of(Duration.ofMillis(700)) : Optional.empty();
      }
      default -> {
        // Facts that are not counted here.
      }
    }
    return Optional.empty();
  }

  /// The greatest number up to which it has everything.
  private int after() {
    int seq = 0;
    while (messages.containsKey(seq + 1)) {
      seq++;
    }
    return seq;
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
    http.shutdownNow();
  }
}
