package io.threadbridge.web;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.web.wire.FrameWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// A visitor's files: theirs come in here, and those of both sides go out. The token comes in the
/// `Authorization` header and nowhere else.
public final class FileRoutes {
  private static final String FILES = "/visitor/v1/files";

  private final VisitorGate gate;
  private final ConversationFiles files;
  private final RateLimits rates;
  private final FileLimits limits;
  private final Origins origins;
  private final InstantSource clock;
  private final FileIntake intake;
  private final FileWindow window = new FileWindow(new FileSniffer());

  /// Routes to the files of these conversations.
  ///
  /// @param store where visitors' files are kept
  /// @param taken whether a site's visitors may send files
  public FileRoutes(
      VisitorGate gate,
      ConversationFiles files,
      FileStore store,
      RateLimits rates,
      FileLimits limits,
      Origins origins,
      Predicate<SiteName> taken,
      InstantSource clock) {
    this.gate = gate;
    this.files = files;
    this.rates = rates;
    this.limits = limits;
    this.origins = origins;
    this.clock = clock;
    this.intake = new FileIntake(store, rates, limits, taken, clock);
  }

  /// All of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .PUT(FILES, request -> intake.take(request, admitted(request)))
        .GET(FILES + "/{id}", this::file)
        .filter(new VisitorFilter(origins, new FrameWriter()))
        .build();
  }

  private Admission admitted(ServerRequest request) {
    return Requests.admitted(request, gate, origins);
  }

  /// A file of a message that was not taken back.
  private ServerResponse file(ServerRequest request) {
    ConversationId conversation = admitted(request).conversation();
    count(conversation);
    SharedFile file =
        files
            .find(conversation, request.pathVariable("id"))
            .orElseThrow(() -> Refusal.noFile(HttpStatus.NOT_FOUND));
    return switch (files.open(file)) {
      case FileBytes.Open(var stream) -> window.show(file, stream);
      case FileBytes.Gone _ -> throw Refusal.noFile(HttpStatus.GONE);
      case FileBytes.Later(var after, _) -> throw Refusal.later(after);
    };
  }

  private void count(ConversationId conversation) {
    Budget budget = new Budget("files-read:" + conversation.value(), List.of(limits.reads()));
    rates
        .take(budget, clock.instant())
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
  }
}
