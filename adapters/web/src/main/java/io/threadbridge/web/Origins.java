package io.threadbridge.web;

import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which pages may speak with the bridge, by the `Origin` that their browser tells.
///
/// The widget's frame lives on the bridge's own origin, so that is what most requests say; which
/// pages may hold the frame is said by its `frame-ancestors`. A client without the frame must be on
/// one of the site's own origins. Where a browser tells no origin (a plain `GET` of its own) or
/// none is there (a program), the token alone decides, and a new conversation, which has none yet,
/// is refused.
public final class Origins {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI publicUrl;
  private final Set<String> own;
  private final Sites sites;

  /// Origins around the address under which browsers find this bridge.
  public Origins(URI publicUrl, Sites sites) {
    this.publicUrl = publicUrl;
    this.own = own(publicUrl);
    this.sites = sites;
  }

  /// A bridge on loopback is the same one under each of loopback's names.
  private static Set<String> own(URI publicUrl) {
    String origin = originOf(publicUrl).orElseThrow();
    String host = publicUrl.getHost();
    return LOOPBACK.contains(host)
        ? Set.copyOf(LOOPBACK.stream().map(name -> origin.replace(host, name)).toList())
        : Set.of(origin);
  }

  /// Whether this bridge itself is only to be found on its own machine.
  public boolean isOnLoopback() {
    return isLoopback(publicUrl.getHost());
  }

  /// Whether a page of this origin may speak at all: it is the bridge's own or one of some site's.
  public boolean mayKnock(String origin) {
    return isOwn(origin) || sites.all().stream().anyMatch(site -> isOf(site, origin));
  }

  /// Whether a page of this origin may speak about this site.
  public boolean maySpeak(String origin, Site site) {
    return isOwn(origin) || isOf(site, origin);
  }

  /// Who may hold the site's frame, as `frame-ancestors` wants it: the site's pages and our own.
  String ancestors(Site site) {
    return String.join(
        " ", Stream.concat(Stream.of("'self'"), normalised(site.origins()).stream()).toList());
  }

  /// Whom a page on our own origin may connect to; older browsers do not read `'self'` as a
  /// socket's address too.
  String connections() {
    String socket = originOf(publicUrl).orElseThrow().replaceFirst("^http", "ws");
    return "'self' " + socket;
  }

  /// Whether this is the bridge's own origin.
  boolean isOwn(String origin) {
    return normal(origin).filter(own::contains).isPresent();
  }

  private static boolean isOf(Site site, String origin) {
    return normal(origin).filter(normalised(site.origins())::contains).isPresent();
  }

  private static List<String> normalised(List<String> origins) {
    return origins.stream().flatMap(origin -> normal(origin).stream()).toList();
  }

  private static Optional<String> normal(String origin) {
    try {
      return originOf(URI.create(origin.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Scheme, host and port, the port only where it is not the scheme's own; empty for anything that
  /// is no web address.
  private static Optional<String> originOf(URI address) {
    if (address.getScheme() == null || address.getHost() == null) {
      return Optional.empty();
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.empty();
    }
    boolean named = address.getPort() >= 0 && address.getPort() != usual;
    return Optional.of(scheme + "://" + host + (named ? ":" + address.getPort() : ""));
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
