package io.threadbridge.web;

import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.VisitorText;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.web.wire.ConversationRequest;
import io.threadbridge.web.wire.FrameCodec;
import io.threadbridge.web.wire.FrameWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The visitors' side over plain HTTP: what a site is like, a new conversation, and the way of the
/// event stream where sockets do not pass.
public final class VisitorRoutes {
  private static final String ROOT = "/visitor/v1";
  private static final Duration PREFLIGHT = Duration.ofHours(1);

  private final Sites sites;
  private final ConversationOpener opener;
  private final VisitorGate gate;
  private final OpenSigns signs;
  private final RateLimits rates;
  private final VisitorLimits limits;
  private final Origins origins;
  private final VisitorStreams streams;
  private final Predicate<SiteName> files;
  private final InstantSource clock;
  private final FrameCodec codec = new FrameCodec();
  private final FrameWriter writer = new FrameWriter();

  /// Routes to these sites.
  ///
  /// @param files whether a site's visitors may send files
  public VisitorRoutes(
      Sites sites,
      ConversationOpener opener,
      VisitorGate gate,
      VisitorConnections connections,
      OpenSigns signs,
      RateLimits rates,
      VisitorLimits limits,
      Origins origins,
      Predicate<SiteName> files,
      InstantSource clock) {
    this.sites = sites;
    this.opener = opener;
    this.gate = gate;
    this.signs = signs;
    this.rates = rates;
    this.limits = limits;
    this.origins = origins;
    this.streams = new VisitorStreams(gate, connections, origins);
    this.files = files;
    this.clock = clock;
  }

  /// All of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(ROOT + "/sites/{site}", this::site)
        .GET(ROOT + "/sites/{site}/events", this::siteEvents)
        .POST(ROOT + "/conversations", this::open)
        .GET(ROOT + "/events", streams::events)
        .POST(ROOT + "/frames", streams::frame)
        .OPTIONS(ROOT + "/**", _ -> preflight())
        .filter(new VisitorFilter(origins, writer))
        .build();
  }

  private ServerResponse site(ServerRequest request) {
    Site site = asked(request);
    return json(
        HttpStatus.OK,
        writer.site(
            site.name().value(),
            site.title(),
            site.languages(),
            signs.of(site.name()),
            files.test(site.name())));
  }

  private ServerResponse siteEvents(ServerRequest request) {
    return streams.site(asked(request).name(), Requests.address(request));
  }

  private Site asked(ServerRequest request) {
    Site site = site(request.pathVariable("site"));
    Optional<String> origin = Requests.origin(request);
    if (origin.filter(from -> !origins.maySpeak(from, site)).isPresent()) {
      throw Refusal.origin();
    }
    return site;
  }

  /// A client without an origin has no token either, so nothing would tell where it comes from: it
  /// is refused.
  private ServerResponse open(ServerRequest request) {
    String origin = Requests.origin(request).orElseThrow(Refusal::origin);
    ConversationRequest wish =
        codec
            .request(Requests.body(request, FrameCodec.REQUEST_MAX))
            .orElseThrow(() -> Refusal.malformed("The body is not a request for a conversation."));
    Site site = site(wish.site());
    if (!origins.maySpeak(origin, site)) {
      throw Refusal.origin();
    }
    count(Requests.address(request), site);
    ConversationId id =
        opener.open(
            site,
            new Page(webAddress(wish.url()), oneLine(wish.title())),
            wish.locale(),
            wish.name().map(VisitorRoutes::oneLine).filter(name -> !name.isEmpty()),
            wish.email().map(VisitorRoutes::oneLine).filter(email -> email.contains("@")));
    return json(HttpStatus.CREATED, writer.opened(id.value(), gate.issue(id)));
  }

  private void count(ClientAddress address, Site site) {
    if (!address.isLoopback()) {
      String bucket = "opened-from:" + address.value();
      rates
          .take(bucket, limits.openingsPerMinute(), limits.openingBurst(), clock.instant())
          .ifPresent(
              wait -> {
                throw Refusal.full(wait);
              });
    }
    rates
        .take(
            "opened-on:" + site.name().value(),
            limits.sitePerMinute(),
            limits.siteBurst(),
            clock.instant())
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
  }

  private Site site(String name) {
    return sites.find(new SiteName(name)).orElseThrow(Refusal::site);
  }

  /// Only what a browser would open as a page; staff will be shown it as a link.
  private static String webAddress(String url) {
    String clean = oneLine(url);
    return clean.startsWith("https://") || clean.startsWith("http://") ? clean : "";
  }

  private static String oneLine(String text) {
    return VisitorText.clean(text).replaceAll("\\s+", " ");
  }

  private static ServerResponse preflight() {
    return ServerResponse.noContent()
        .header("Access-Control-Allow-Methods", "GET, POST, PUT")
        .header("Access-Control-Allow-Headers", "Authorization, Content-Type, File-Id, File-Name")
        .header("Access-Control-Max-Age", Long.toString(PREFLIGHT.toSeconds()))
        .build();
  }

  static ServerResponse json(HttpStatus status, String body) {
    return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
