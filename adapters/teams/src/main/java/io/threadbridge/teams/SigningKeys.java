package io.threadbridge.teams;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of the Bot Framework, as last read. They are read aside from the requests, one reading
/// at a time: whoever has a known key never waits for it, and when it fails the keys stay.
///
/// Somebody with an unknown key waits for one reading, for at most [#WAIT]. If that does not
/// answer in time, or the last reading failed, nobody can say whether the key is one: the request
/// must come again.
final class SigningKeys implements AutoCloseable {
  /// So long a request waits for an unknown key.
  static final Duration WAIT = Duration.ofSeconds(2);

  /// Keys older than this are read again, aside.
  static final Duration FRESH = Duration.ofHours(24);

  /// The least time between two readings, whatever unknown keys come.
  static final Duration PAUSE = Duration.ofMinutes(1);

  /// The same while there is no key at all, and nothing can be taken in.
  static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  private record Read(Map<String, SigningKey> keys, Instant at) {}

  private final KeyDocuments documents;
  private final InstantSource clock;
  private volatile Read last = new Read(Map.of(), Instant.MIN);
  private volatile boolean failed;
  private Instant notBefore = Instant.MIN;
  private @Nullable CompletableFuture<Void> reading;

  SigningKeys(KeyDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /// The key of this id; empty if there is none.
  ///
  /// @throws StoreUnavailable if that is not known: the request must come again
  Optional<SigningKey> find(String id) {
    Optional<SigningKey> known = known(id);
    if (known.isPresent()) {
      refreshIfOld();
      return known;
    }
    Optional<CompletableFuture<Void>> running = refresh();
    running.ifPresent(SigningKeys::await);
    known = known(id);
    if (known.isEmpty() && failed) {
      throw new StoreUnavailable("the keys of the Bot Framework cannot be read");
    }
    return known;
  }

  /// Reads the keys aside, unless that was done a moment ago.
  Optional<CompletableFuture<Void>> refresh() {
    synchronized (this) {
      if (reading != null) {
        return Optional.of(reading);
      }
      Instant now = clock.instant();
      if (now.isBefore(notBefore)) {
        return Optional.empty();
      }
      CompletableFuture<Void> begun = new CompletableFuture<>();
      reading = begun;
      Thread.ofVirtual().name("teams-keys").start(() -> read(begun));
      return Optional.of(begun);
    }
  }

  private void refreshIfOld() {
    if (!clock.instant().isBefore(last.at().plus(FRESH))) {
      refresh();
    }
  }

  private Optional<SigningKey> known(String id) {
    return Optional.ofNullable(last.keys().get(id));
  }

  private void read(CompletableFuture<Void> begun) {
    try {
      last = new Read(documents.read(), clock.instant());
      failed = false;
    } catch (IOException e) {
      failed = true;
      LOG.warn("The keys of the Bot Framework stay as they were: {}", e.getMessage());
    } catch (InterruptedException _) {
      failed = true;
      Thread.currentThread().interrupt();
    } finally {
      synchronized (this) {
        reading = null;
        notBefore = clock.instant().plus(last.keys().isEmpty() ? PAUSE_WITHOUT_KEYS : PAUSE);
      }
      begun.complete(null);
    }
  }

  private static void await(CompletableFuture<Void> running) {
    try {
      running.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new StoreUnavailable("the keys of the Bot Framework take too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("stopping", e);
    }
  }

  @Override
  public void close() {
    documents.close();
  }
}
