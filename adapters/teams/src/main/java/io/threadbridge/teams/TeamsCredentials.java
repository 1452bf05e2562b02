package io.threadbridge.teams;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.teams.SignIn.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Our tokens, one for each of what they are good for. One caller asks at a time; the others wait
/// for what that one learns. A token is renewed [#EARLY] before it ends, or in the middle of a
/// short life, and where that fails the old one serves to its end.
final class TeamsCredentials {
  /// What a token for the connector is good for.
  static final String BOT = "https://api.botframework.com/.default";

  /// What a token for Microsoft Graph is good for.
  static final String GRAPH = "https://graph.microsoft.com/.default";

  /// A sign-in takes no longer; most take a fifth of a second.
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Microsoft's tokens are good for an hour or a day.
  static final Duration EARLY = Duration.ofMinutes(5);

  private static final Duration FAILED_PAUSE = Duration.ofSeconds(2);

  private record Kept(Token token, Instant until, Instant renewFrom) {}

  private record Failed(NotSent failure, Instant until) {}

  /// The token of one scope.
  private static final class Purse {
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Optional<Kept> kept = Optional.empty();
    private volatile Optional<Failed> failed = Optional.empty();
  }

  private final SignIn signIn;
  private final TeamsHealth health;
  private final InstantSource clock;
  private final Map<String, Purse> purses = new ConcurrentHashMap<>();

  TeamsCredentials(SignIn signIn, TeamsHealth health, InstantSource clock) {
    this.signIn = signIn;
    this.health = health;
    this.clock = clock;
  }

  /// A token that is good now.
  String token(String scope) throws NotSent {
    Purse purse = purse(scope);
    Instant now = clock.instant();
    Optional<Kept> good = purse.kept.filter(kept -> now.isBefore(kept.until()));
    boolean fresh = good.filter(kept -> now.isBefore(kept.renewFrom())).isPresent();
    if (!fresh && (good.isEmpty() || !purse.asking.isLocked())) {
      return renewed(scope, purse, good);
    }
    return good.orElseThrow(() -> busy()).token().value();
  }

  /// A token other than `refused`, which was not taken.
  String other(String scope, String refused) throws NotSent {
    Purse purse = purse(scope);
    Optional<Kept> another = purse.kept.filter(kept -> !kept.token().value().equals(refused));
    if (another.isPresent()) {
      return another.get().token().value();
    }
    purse.kept = Optional.empty();
    return renewed(scope, purse, Optional.empty());
  }

  private Purse purse(String scope) {
    return purses.computeIfAbsent(scope, _ -> new Purse());
  }

  private String renewed(String scope, Purse purse, Optional<Kept> before) throws NotSent {
    if (!isLocked(purse.asking)) {
      return before.map(kept -> kept.token().value()).orElseThrow(() -> busy());
    }
    try {
      Optional<Kept> learned = purse.kept.filter(kept -> !before.equals(Optional.of(kept)));
      return learned.isPresent() ? learned.get().token().value() : asked(scope, purse, before);
    } finally {
      purse.asking.unlock();
    }
  }

  private String asked(String scope, Purse purse, Optional<Kept> before) throws NotSent {
    Instant now = clock.instant();
    Optional<Failed> again = purse.failed.filter(failed -> now.isBefore(failed.until()));
    if (again.isPresent()) {
      return orElse(before, again.get().failure());
    }
    try {
      Token token = signIn.ask(scope);
      Instant until = now.plus(token.goodFor());
      purse.kept = Optional.of(new Kept(token, until, until.minus(early(token.goodFor()))));
      purse.failed = Optional.empty();
      health.mended(place(scope));
      return token.value();
    } catch (NotSent e) {
      purse.failed = Optional.of(new Failed(e, now.plus(FAILED_PAUSE)));
      if (e.delivery() instanceof Delivery.Later(_, String why, String mend)) {
        health.needsMending(place(scope), why, mend);
      }
      return orElse(before, e);
    }
  }

  /// A managed identity hands out tokens that others asked for before, and that soon end.
  private static Duration early(Duration goodFor) {
    Duration half = goodFor.dividedBy(2);
    return half.compareTo(EARLY) < 0 ? half : EARLY;
  }

  private static String orElse(Optional<Kept> before, NotSent failure) throws NotSent {
    return before.orElseThrow(() -> failure).token().value();
  }

  private static String place(String scope) {
    return scope.equals(GRAPH) ? "sign-in for Graph" : "sign-in";
  }

  private static NotSent busy() {
    return new NotSent(TeamsErrors.noSignIn("busy"));
  }

  private static boolean isLocked(ReentrantLock lock) {
    try {
      return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
