package io.threadbridge.teams;

import io.threadbridge.bridge.application.CappedStream;
import io.threadbridge.bridge.application.ReadableText;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.teams.AttachedFiles.Picture;
import io.threadbridge.teams.TeamsDownloads.Download;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.HttpUrl;

/// Pictures that people have posted in Teams, read from the connector as they are needed. What
/// names one is the address that the activity gave; of any other address nothing is asked.
final class TeamsFiles implements TeamsPictures {
  private static final String UNKNOWN_TYPE = "image/png";

  private final TeamsDownloads downloads;
  private final TeamsHealth health;
  private final Patience patience;

  TeamsFiles(TeamsDownloads downloads, TeamsHealth health, Patience patience) {
    this.downloads = downloads;
    this.health = health;
    this.patience = patience;
  }

  /// Opens a picture by its address.
  FileBytes open(DeskRef desk, String address) {
    Optional<HttpUrl> known = downloads.address(address);
    return known.isEmpty()
        ? new FileBytes.Gone("no address of a picture in Teams")
        : opened(desk, downloads.begin(known.get(), patience.post()).repeatable());
  }

  private FileBytes opened(DeskRef desk, TeamsReply<Download> reply) {
    noted(desk, reply);
    if (reply instanceof TeamsReply.Fine<Download>(Download download)) {
      return bytes(download);
    }
    return switch (reply.delivery(_ -> new Delivery.Absent())) {
      case Delivery.Later(var after, String why, _) -> new FileBytes.Later(after, why);
      case Delivery.Refused(String why) -> new FileBytes.Gone(why);
      case Delivery other -> new FileBytes.Gone(other.toString());
    };
  }

  /// Teams may let us post and yet refuse pictures: that is told apart.
  private void noted(DeskRef desk, TeamsReply<Download> reply) {
    String place = "pictures in " + TeamsPlace.of(desk).team();
    if (reply instanceof TeamsReply.Fine<Download>) {
      health.mended(place);
    } else if (reply.delivery(_ -> new Delivery.Absent())
        instanceof Delivery.Later(_, String why, String mend)) {
      health.needsMending(place, why, mend);
    }
  }

  private static FileBytes bytes(Download download) {
    if (download.size() > SharedFile.SIZE_MAX) {
      download.close();
      return new FileBytes.Gone("larger than what is passed on");
    }
    return new FileBytes.Open(new CappedStream(download.body().byteStream(), SharedFile.SIZE_MAX));
  }

  /// All at once: somebody waits for what was written with them.
  @Override
  public List<SharedFile> known(DeskRef desk, List<Picture> pictures) {
    List<Future<Optional<SharedFile>>> looks = new ArrayList<>();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Picture picture : pictures) {
        looks.add(together.submit(() -> known(desk, picture)));
      }
    }
    return looks.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
  }

  /// Of a picture that cannot be had just now the kind is guessed and the size is not known. What
  /// is refused for good is not passed on, and whoever posted it is told so.
  private Optional<SharedFile> known(DeskRef desk, Picture picture) {
    Optional<HttpUrl> address = downloads.address(picture.address());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    TeamsReply<Download> reply = downloads.begin(address.get(), patience.look());
    noted(desk, reply);
    return switch (reply) {
      case TeamsReply.Fine<Download>(Download download) -> seen(desk, picture, download);
      case TeamsReply.No<Download>(int status, _, _) when isForGood(status) -> Optional.empty();
      case TeamsReply.No<Download> _, TeamsReply.Trouble<Download> _ ->
          Optional.of(file(desk, picture, declared(picture).orElse(UNKNOWN_TYPE), 0));
    };
  }

  private static boolean isForGood(int status) {
    return status < 500 && status != 408 && status != 412 && status != 429;
  }

  private static Optional<SharedFile> seen(DeskRef desk, Picture picture, Download download) {
    long size = download.size();
    try (download) {
      byte[] first = download.body().byteStream().readNBytes(PictureType.BYTES);
      return size > SharedFile.SIZE_MAX
          ? Optional.empty()
          : PictureType.of(first)
              .or(() -> PictureType.named(download.type()))
              .map(type -> file(desk, picture, type, size));
    } catch (IOException _) {
      return Optional.of(file(desk, picture, declared(picture).orElse(UNKNOWN_TYPE), size));
    }
  }

  private static Optional<String> declared(Picture picture) {
    return PictureType.named(picture.type());
  }

  private static SharedFile file(DeskRef desk, Picture picture, String type, long size) {
    SharedFile.Source source = new SharedFile.Source.OnDesk(desk, picture.address());
    return new SharedFile(picture.id(), name(picture, type), type, size, source);
  }

  private static String name(Picture picture, String type) {
    String name = ReadableText.text(picture.name()).replaceAll("[\\n\\t]+", " ");
    if (name.isBlank()) {
      String number = picture.number() == 1 ? "" : "-" + picture.number();
      return "image" + number + PictureType.ending(type);
    }
    return TeamsText.cut(name, SharedFile.NAME_MAX - 1);
  }
}
