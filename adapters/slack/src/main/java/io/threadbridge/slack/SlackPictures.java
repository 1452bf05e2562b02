package io.threadbridge.slack;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.slack.SlackUploads.Outcome;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Our own pictures in the workspace, shared with nobody, for blocks of `image` to show. The same
/// picture is brought there once; of the last [#KEPT_MAX] each is known by its bytes.
///
/// What is forgotten because others came after it is deleted: nobody but us sees these files, and
/// nobody else would ever tidy them up. Those of before a restart stay, and so does one of two that
/// were brought in the same moment.
final class SlackPictures {
  static final int KEPT_MAX = 64;

  private static final String NAME = "report.png";

  private final SlackUploads uploads;

  /// The files by the hash of their bytes, the longest unused first.
  private final SequencedMap<String, String> files = new LinkedHashMap<>(16, 0.75f, true);

  SlackPictures(SlackUploads uploads) {
    this.uploads = uploads;
  }

  /// What came of it.
  sealed interface Brought {
    /// All are there: their files, in order.
    record All(List<String> files) implements Brought {}

    /// Not all are, and will not be.
    record Not(String why) implements Brought {}

    /// Not all are, because Slack asks for a pause.
    record Busy(Delivery.Later later) implements Brought {}
  }

  /// Brings all of them there, and waits until Slack has looked into the new ones.
  Brought bring(List<Report.Shown> pictures, Patience patience) {
    List<String> brought = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (Report.Shown shown : pictures) {
      byte[] png = shown.picture().png();
      String hash = hash(png);
      Optional<String> known = known(hash);
      if (known.isPresent()) {
        brought.add(known.get());
        continue;
      }
      switch (uploads.upload(NAME, png.length, new ByteArrayInputStream(png), patience)) {
        case Outcome.There(String id, _) -> {
          keep(hash, id);
          brought.add(id);
          fresh.add(id);
        }
        case Outcome.Not(String why) -> {
          return new Brought.Not(why);
        }
        case Outcome.Busy(Delivery.Later later) -> {
          return new Brought.Busy(later);
        }
      }
    }
    fresh.forEach(id -> uploads.waitUntilRead(id, patience));
    return new Brought.All(List.copyOf(brought));
  }

  private synchronized Optional<String> known(String hash) {
    return Optional.ofNullable(files.get(hash));
  }

  private void keep(String hash, String file) {
    tooMany(hash, file)
        .ifPresent(
            oldest -> {
              SlackReply<?> _ = uploads.delete(oldest);
            });
  }

  private synchronized Optional<String> tooMany(String hash, String file) {
    files.put(hash, file);
    return files.size() > KEPT_MAX
        ? Optional.of(files.pollFirstEntry().getValue())
        : Optional.empty();
  }

  /// Slack shows them.
  void works() {
    uploads.works();
  }

  /// They are somebody else's now, such as a post's, which shows them for years.
  synchronized void leave(List<String> gone) {
    files.values().removeAll(gone);
  }

  /// They are of no use: the next time they are brought anew.
  void withdraw(List<String> gone) {
    leave(gone);
    gone.forEach(
        file -> {
          SlackReply<?> _ = uploads.delete(file);
        });
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
