package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.web.SignedLinks.Purpose;
import io.threadbridge.web.wire.FrameWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What the links in a mail lead to: the way back into a conversation, and the end of its mail.
///
/// A `GET` changes nothing and gives nothing away, since mail programs and their guards fetch links
/// by themselves. The way back takes a click and a `POST` from our own page; the end of the mail
/// takes a `POST` from anywhere, as RFC 8058 has it.
public final class LinkRoutes {
  /// What one link may do in a minute.
  static final int TIMES_A_MINUTE = 10;

  private static final int BODY_MAX = 1_024;

  private final SignedLinks links;
  private final VisitorGate gate;
  private final VisitorDoor door;
  private final Texts texts;
  private final RateLimits rates;
  private final Origins origins;
  private final InstantSource clock;
  private final FrameWriter writer = new FrameWriter();
  private final String script = file("back.js");
  private final String style = file("back.css");

  /// Routes for these links.
  public LinkRoutes(
      SignedLinks links,
      VisitorGate gate,
      VisitorDoor door,
      Texts texts,
      RateLimits rates,
      Origins origins,
      InstantSource clock) {
    this.links = links;
    this.gate = gate;
    this.door = door;
    this.texts = texts;
    this.rates = rates;
    this.origins = origins;
    this.clock = clock;
  }

  /// All of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(SignedLinks.BACK, this::backPage)
        .POST(SignedLinks.BACK, this::open)
        .GET(SignedLinks.STOP_MAIL, this::stopPage)
        .POST(SignedLinks.STOP_MAIL, this::stop)
        .GET(SignedLinks.BACK + ".js", _ -> text("text/javascript; charset=utf-8", script))
        .GET(SignedLinks.BACK + ".css", _ -> text("text/css; charset=utf-8", style))
        .filter(new LinkFilter(texts))
        .build();
  }

  /// A conversation that a link opens.
  private record Found(Opening opening, Site site) {
    ConversationId id() {
      return opening.id();
    }
  }

  private ServerResponse backPage(ServerRequest request) {
    return with(
        request,
        Purpose.BACK,
        parameter(request),
        (found, page) -> LinkFilter.html(HttpStatus.OK, page.back(found.site().name().value())));
  }

  /// Gives a token of its own to the browser that follows the link; only to our own page.
  private ServerResponse open(ServerRequest request) {
    if (Requests.origin(request).filter(origins::isOwn).isEmpty()) {
      throw Refusal.origin();
    }
    String body = Requests.body(request, BODY_MAX);
    String start = SignedLinks.PARAMETER + "=";
    String token = body.startsWith(start) ? body.substring(start.length()) : "";
    return with(
        request,
        Purpose.BACK,
        token,
        (found, _) -> {
          count("back:", found.id());
          return VisitorRoutes.json(
              HttpStatus.OK, writer.opened(found.id().value(), gate.issue(found.id())));
        });
  }

  private ServerResponse stopPage(ServerRequest request) {
    return with(
        request,
        Purpose.STOP_MAIL,
        parameter(request),
        (_, page) -> LinkFilter.html(HttpStatus.OK, page.stopMail()));
  }

  private ServerResponse stop(ServerRequest request) {
    return with(
        request,
        Purpose.STOP_MAIL,
        parameter(request),
        (found, page) -> {
          count("stop-mail:", found.id());
          door.stopMail(found.id());
          return LinkFilter.html(HttpStatus.OK, page.stopped());
        });
  }

  private ServerResponse with(
      ServerRequest request,
      Purpose purpose,
      String token,
      BiFunction<Found, LinkPage, ServerResponse> answer) {
    Optional<Found> found = links.open(purpose, token).flatMap(this::find);
    return found
        .map(known -> answer.apply(known, page(known)))
        .orElseGet(() -> LinkFilter.gone(request, texts, "back.gone"));
  }

  private Optional<Found> find(ConversationId id) {
    return gate.openingOf(id)
        .flatMap(opening -> gate.site(opening).map(site -> new Found(opening, site)));
  }

  private void count(String bucket, ConversationId id) {
    rates
        .take(bucket + id.value(), TIMES_A_MINUTE, TIMES_A_MINUTE, clock.instant())
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
  }

  private LinkPage page(Found found) {
    Site site = found.site();
    Texts words = texts.forSite(site.name());
    return new LinkPage(words, found.opening().language(), site.zone(), site.title());
  }

  private static String parameter(ServerRequest request) {
    return request.param(SignedLinks.PARAMETER).orElse("");
  }

  private static ServerResponse text(String type, String body) {
    return ServerResponse.ok().header(HttpHeaders.CONTENT_TYPE, type).body(body);
  }

  private static String file(String name) {
    try (InputStream in = LinkRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + name, failed);
    }
  }
}
