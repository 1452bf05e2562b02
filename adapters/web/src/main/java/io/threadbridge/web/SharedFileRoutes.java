package io.threadbridge.web;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.web.SignedLinks.FileOf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The links in the desk's threads under which the staff open a file, and with `preview=1` the
/// small picture that a card shows of it. Chat clients ask for both without any other proof.
public final class SharedFileRoutes {
  private static final String PREVIEW = "preview";

  /// When a picture that broke off, or that stands behind others, may be asked for again.
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final SignedLinks links;
  private final ConversationFiles files;
  private final Texts texts;
  private final RateLimits rates;
  private final FileLimits limits;
  private final InstantSource clock;
  private final FileSniffer sniffer = new FileSniffer();
  private final FileWindow window = new FileWindow(sniffer);
  private final Previews previews = new Previews(sniffer);

  /// Routes to the files of these conversations.
  public SharedFileRoutes(
      SignedLinks links,
      ConversationFiles files,
      Texts texts,
      RateLimits rates,
      FileLimits limits,
      InstantSource clock) {
    this.links = links;
    this.files = files;
    this.texts = texts;
    this.rates = rates;
    this.limits = limits;
    this.clock = clock;
  }

  /// All of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(SignedLinks.FILE, this::answer)
        .HEAD(SignedLinks.FILE, this::answer)
        .filter(new LinkFilter(texts))
        .build();
  }

  private ServerResponse answer(ServerRequest request) {
    Optional<FileOf> link = links.openFile(request.param(SignedLinks.PARAMETER).orElse(""));
    link.ifPresent(this::count);
    boolean small = request.param(PREVIEW).filter("1"::equals).isPresent();
    BiFunction<SharedFile, InputStream, ServerResponse> shown =
        small ? (file, bytes) -> preview(link.orElseThrow(), file, bytes) : window::show;
    return link.flatMap(to -> files.find(to.conversation(), to.file()))
        .map(file -> opened(request, file, shown))
        .orElseGet(() -> LinkFilter.gone(request, texts, "file.gone"));
  }

  private ServerResponse opened(
      ServerRequest request,
      SharedFile file,
      BiFunction<SharedFile, InputStream, ServerResponse> shown) {
    return switch (files.open(file)) {
      case FileBytes.Open(var stream) -> shownOrRefused(request, file, stream, shown);
      case FileBytes.Gone _ -> LinkFilter.gone(request, texts, "file.gone");
      case FileBytes.Later(var after, _) -> throw Refusal.later(after);
    };
  }

  private ServerResponse shownOrRefused(
      ServerRequest request,
      SharedFile file,
      InputStream stream,
      BiFunction<SharedFile, InputStream, ServerResponse> shown) {
    try {
      return shown.apply(file, stream);
    } catch (Refusal refusal) {
      if (refusal.status() != HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
        throw refusal;
      }
      String page = LinkFilter.page(request, texts).said("", "file.refused");
      return LinkFilter.html(HttpStatus.UNSUPPORTED_MEDIA_TYPE, page);
    }
  }

  /// What is no picture has no preview, and is handed out itself.
  private ServerResponse preview(FileOf link, SharedFile file, InputStream stream) {
    if (!file.isPicture()) {
      return window.show(file, stream);
    }
    try (stream) {
      Previews.Picture picture = previews.of(link, stream).orElseThrow(Refusal::fileType);
      return new FileResponse(
          FileWindow.headers(picture.type().fit(file.name()), Optional.of(picture.type())),
          new ByteArrayInputStream(picture.bytes()),
          Optional.of((long) picture.bytes().length));
    } catch (IOException _) {
      throw Refusal.later(AGAIN);
    }
  }

  private void count(FileOf link) {
    String name = "shared:" + link.conversation().value() + ":" + link.file();
    rates
        .take(new Budget(name, List.of(limits.links())), clock.instant())
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
  }
}
