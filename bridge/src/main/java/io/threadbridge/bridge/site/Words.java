package io.threadbridge.bridge.site;

import io.threadbridge.bridge.site.SiteEffect.ChangeAvailability;
import io.threadbridge.bridge.site.SiteEffect.ForDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What the desks are owed, in order: saved with the state, so that nothing is forgotten; said by
/// whoever takes it first.
///
/// @param said how many there have been, which numbers them
/// @param owed at most [#NEWS_MAX] pieces of news and [#DIGESTS_MAX] digests; of more the oldest,
///     which is the least true, is let go
public record Words(long said, List<Owed> owed) implements SitePart {
  /// So many pieces of news can wait for a desk that is away.
  public static final int NEWS_MAX = 10;

  /// So many digests can: as many as can be worth reading at all desks of a site. When it has stood
  /// still each is owed some days and a week at once, and as many again before those are too old.
  public static final int DIGESTS_MAX =
      (SitePolicy.OTHER_DESKS_MAX + 1) * 2 * ((int) Digests.LATE_MAX.toDays() + 1);

  /// News that is older than this is no news.
  public static final Duration STALE = Duration.ofMinutes(10);

  /// So long whoever took it has for saying it; twice a platform's longest call and more.
  public static final Duration TURN = Duration.ofSeconds(30);

  static final Words NONE = new Words(0, List.of());

  /// One post for the desk.
  ///
  /// @param tryAt when it may be tried next
  /// @param tries how many tries may have worked: with any, look before repeating
  public record Owed(long number, ForDesk tell, Instant since, Instant tryAt, int tries) {
    /// Whether a try may have worked.
    public boolean perhapsSaid() {
      return tries > 0;
    }

    /// Whether it may be tried now.
    public boolean isDue(Instant now) {
      return !tryAt.isAfter(now);
    }

    /// It is being said, and `at` is when somebody else may try if nobody hears what came of it.
    Owed begun(Instant at) {
      return new Owed(number, tell, since, at, tries + 1);
    }

    /// The try has certainly not worked.
    Owed notYet(Instant at) {
      return new Owed(number, tell, since, at, Math.max(0, tries - 1));
    }

    /// Nobody knows whether the try has worked.
    Owed unknown(Instant at) {
      return new Owed(number, tell, since, at, Math.max(1, tries));
    }
  }

  public Words {
    owed = List.copyOf(owed);
  }

  /// With one more for each of these that a desk is told.
  Words owing(List<SiteEffect> effects, Instant now) {
    Words all = this;
    for (SiteEffect effect : effects) {
      all =
          switch (effect) {
            case ForDesk tell -> all.owing(tell, now);
            // Nothing to remember: whoever looks sees it.
            case ChangeAvailability _ -> all;
          };
    }
    return all;
  }

  private Words owing(ForDesk tell, Instant now) {
    Owed next = new Owed(said + 1, tell, now, now, 0);
    List<Owed> all = new ArrayList<>(Stream.concat(owed.stream(), Stream.of(next)).toList());
    List<Owed> alike = all.stream().filter(one -> isDigest(one) == isDigest(next)).toList();
    if (alike.size() > (isDigest(next) ? DIGESTS_MAX : NEWS_MAX)) {
      all.remove(alike.getFirst());
    }
    return new Words(said + 1, all);
  }

  private static boolean isDigest(Owed owed) {
    return switch (owed.tell()) {
      case TellDesk _ -> false;
      case TellDigest _ -> true;
    };
  }

  Words without(long number) {
    return new Words(said, owed.stream().filter(one -> one.number() != number).toList());
  }

  Words with(long number, UnaryOperator<Owed> change) {
    return new Words(
        said, owed.stream().map(one -> one.number() == number ? change.apply(one) : one).toList());
  }

  Optional<Owed> find(long number) {
    return owed.stream().filter(one -> one.number() == number).findFirst();
  }

  /// Without what nobody needs to be told any more.
  Words at(Instant now) {
    return new Words(
        said,
        owed.stream().filter(one -> one.since().plus(one.tell().goodFor()).isAfter(now)).toList());
  }

  Optional<Instant> nextTry() {
    return owed.stream().map(Owed::tryAt).min(Instant::compareTo);
  }
}
