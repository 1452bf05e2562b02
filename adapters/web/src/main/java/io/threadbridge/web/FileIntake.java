package io.threadbridge.web;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.FileStore.Kept;
import io.threadbridge.bridge.port.Rate;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.web.wire.FrameToVisitor.FileFacts;
import io.threadbridge.web.wire.FrameWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Takes a visitor's file: read once, as it comes, into the store. Nothing can be seen of it before
/// the whole is there, and nothing is posted before a message names it. The same id again gets the
/// same answer.
final class FileIntake {
  private static final String ID = "File-Id";
  private static final String NAME = "File-Name";
  private static final Pattern ID_SHAPE =
      Pattern.compile("[A-Za-z0-9_-]{1," + SharedFile.ID_MAX + "}");

  /// Percent-encoded, and before it is cut.
  private static final int NAME_MAX = 3_000;

  private static final Duration BUSY = Duration.ofSeconds(5);

  private final FileStore store;
  private final RateLimits rates;
  private final FileLimits limits;
  private final Predicate<SiteName> taken;
  private final InstantSource clock;
  private final UploadSlots slots;
  private final FileSniffer sniffer = new FileSniffer();
  private final FrameWriter writer = new FrameWriter();

  FileIntake(
      FileStore store,
      RateLimits rates,
      FileLimits limits,
      Predicate<SiteName> taken,
      InstantSource clock) {
    this.store = store;
    this.rates = rates;
    this.limits = limits;
    this.taken = taken;
    this.clock = clock;
    this.slots = new UploadSlots(limits);
  }

  /// A file on its way.
  private record Coming(
      ConversationId in,
      SiteName site,
      ClientAddress from,
      String id,
      String name,
      long length,
      UploadStream bytes) {
    /// In megabytes begun; as large as any may be where it does not say.
    int megabytes() {
      long size = length < 0 ? SharedFile.SIZE_MAX : length;
      return Math.toIntExact(Math.max(1, Math.ceilDiv(size, FileLimits.MEGABYTE)));
    }
  }

  ServerResponse take(ServerRequest request, Admission admission) throws IOException {
    if (!taken.test(admission.site().name())) {
      throw Refusal.filesOff();
    }
    // Before the body is asked for: who waits for a word before sending it need not send it.
    if (request.servletRequest().getContentLengthLong() > SharedFile.SIZE_MAX) {
      throw tooLarge();
    }
    Coming file = coming(request, admission);
    try (UploadSlots.Slot _ =
        slots.take(file.in(), file.from()).orElseThrow(() -> Refusal.rate(BUSY))) {
      return kept(file);
    } catch (UploadStream.TooSlow _) {
      throw Refusal.tooSlow(BUSY);
    } catch (IOException _) {
      throw Refusal.malformed("The file broke off.");
    }
  }

  private Coming coming(ServerRequest request, Admission admission) throws IOException {
    String id =
        header(request, ID).filter(ID_SHAPE.asMatchPredicate()).orElseThrow(FileIntake::headers);
    String name =
        header(request, NAME).filter(n -> n.length() <= NAME_MAX).orElseThrow(FileIntake::headers);
    InputStream body = request.servletRequest().getInputStream();
    return new Coming(
        admission.conversation(),
        admission.site().name(),
        Requests.address(request),
        id,
        decoded(name),
        request.servletRequest().getContentLengthLong(),
        new UploadStream(body, clock, clock.instant().plus(limits.time())));
  }

  private static Optional<String> header(ServerRequest request, String name) {
    return Optional.ofNullable(request.headers().firstHeader(name));
  }

  private static String decoded(String name) {
    try {
      return FileNames.decoded(name);
    } catch (IllegalArgumentException _) {
      throw headers();
    }
  }

  private static Refusal headers() {
    return Refusal.malformed(
        "`File-Id` must be 1 to 64 letters, digits, `-` and `_`, and `File-Name` UTF-8,"
            + " percent-encoded.");
  }

  private static Refusal tooLarge() {
    return Refusal.tooLong(Math.toIntExact(SharedFile.SIZE_MAX));
  }

  /// Whatever is decided, the rest of the file is read first: a browser that is still sending does
  /// not hear what it is told.
  private ServerResponse kept(Coming file) throws IOException {
    try {
      Optional<SharedFile> known = store.find(file.in(), file.id());
      return known.isPresent() ? answer(known.get()) : keptAnew(file);
    } finally {
      file.bytes().drain();
    }
  }

  private ServerResponse keptAnew(Coming file) throws IOException {
    count(file);
    byte[] start = file.bytes().readNBytes(FileSniffer.BYTES);
    if (start.length == 0) {
      throw Refusal.empty();
    }
    FileType type = sniffer.type(start, file.name()).orElseThrow(Refusal::fileType);
    Kept kept =
        store.keep(
            file.in(),
            file.id(),
            FileNames.of(type, file.name()),
            type.mediaType(),
            new SequenceInputStream(new ByteArrayInputStream(start), file.bytes()),
            clock.instant());
    return switch (kept) {
      case Kept.As(SharedFile as) -> answer(as);
      case Kept.TooLarge _ -> throw tooLarge();
      case Kept.Empty _ -> throw Refusal.empty();
      case Kept.Full _ -> throw Refusal.filesFull();
      case Kept.NoConversation _ -> throw Refusal.noConversation();
    };
  }

  private void count(Coming file) {
    List<Budget> budgets = new ArrayList<>();
    budgets.add(budget("files-of:" + file.in().value(), limits.visitor()));
    if (!file.from().isLoopback()) {
      Budget address = budget("files-from:" + file.from().value(), limits.address());
      budgets.addAll(Collections.nCopies(file.megabytes(), address));
    }
    Budget site = budget("files-on:" + file.site().value(), limits.site());
    budgets.addAll(Collections.nCopies(file.megabytes(), site));
    rates
        .takeAll(budgets, clock.instant())
        .ifPresent(
            wait -> {
              throw Refusal.rate(wait);
            });
  }

  private static Budget budget(String name, Rate rate) {
    return new Budget(name, List.of(rate));
  }

  private ServerResponse answer(SharedFile file) {
    return VisitorRoutes.json(HttpStatus.CREATED, writer.kept(FileFacts.of(file)));
  }
}
