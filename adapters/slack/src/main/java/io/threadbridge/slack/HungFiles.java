package io.threadbridge.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.threadbridge.bridge.application.ReadableText;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads which files hang on a member's post, and which of them can be passed on: not what Slack
/// itself does not have (deleted, hidden, another service's), nor what is too large.
///
/// A file's reference is its own id, so that it is looked up anew each time it is opened.
final class HungFiles {
  /// The files of a post.
  ///
  /// @param withheld how many more cannot be passed on
  record Hung(List<SharedFile> files, int withheld) {}

  private static final Pattern ID = Pattern.compile("F[A-Z0-9]{1,40}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*");
  private static final int TYPE_MAX = 100;
  private static final String SOME_TYPE = "application/octet-stream";

  /// Kinds that are bytes and not documents of Slack's own, such as canvases.
  private static final Set<String> BYTES = Set.of("", "hosted", "snippet");

  private final Function<String, Optional<JsonObject>> info;

  /// @param info what Slack says of a file, by its id; asked at most once a post, since its
  ///     acknowledgement waits for it
  HungFiles(Function<String, Optional<JsonObject>> info) {
    this.info = info;
  }

  /// The files of a message in this channel.
  Hung of(String channel, JsonObject message) {
    List<JsonObject> hung = SlackJson.objects(message, "files");
    DeskRef desk = new DeskRef("slack:" + channel);
    List<SharedFile> files = new ArrayList<>();
    boolean asked = false;
    for (JsonObject file : hung) {
      JsonObject known = file;
      if (!asked && isToBeAsked(file)) {
        asked = true;
        known = info.apply(SlackJson.text(file, "id")).orElse(file);
      }
      if (files.size() < SharedFile.PER_MESSAGE_MAX) {
        shared(known, desk).ifPresent(files::add);
      }
    }
    return new Hung(List.copyOf(files), hung.size() - files.size());
  }

  /// Whether files hung on a message, and every one has been deleted.
  static boolean areAllDeleted(JsonObject message) {
    List<JsonObject> hung = SlackJson.objects(message, "files");
    return !hung.isEmpty()
        && hung.stream().allMatch(file -> SlackJson.text(file, "mode").equals("tombstone"));
  }

  /// Why a file cannot be passed on; empty if it can.
  static Optional<String> whyNot(JsonObject file) {
    String mode = SlackJson.text(file, "mode");
    if (!BYTES.contains(mode) || SlackJson.flag(file, "is_external")) {
      return Optional.of(mode.isEmpty() ? "another service's" : mode);
    }
    if (SlackJson.text(file, "file_access").equals("access_denied")) {
      return Optional.of("access denied");
    }
    return size(file) > SharedFile.SIZE_MAX ? Optional.of("too large") : Optional.empty();
  }

  /// In bytes; 0 if Slack does not say.
  static long size(JsonObject file) {
    return file.get("size") instanceof JsonPrimitive size && size.isNumber() ? size.getAsLong() : 0;
  }

  /// Slack tells but the id of files in channels that another firm shares.
  private static boolean isToBeAsked(JsonObject file) {
    boolean hidden = SlackJson.text(file, "file_access").equals("check_file_info");
    return whyNot(file).isEmpty()
        && ID.matcher(SlackJson.text(file, "id")).matches()
        && (hidden || size(file) == 0);
  }

  private static Optional<SharedFile> shared(JsonObject file, DeskRef desk) {
    String id = SlackJson.text(file, "id");
    if (whyNot(file).isPresent() || size(file) <= 0 || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    SharedFile.Source source = new SharedFile.Source.OnDesk(desk, id);
    return Optional.of(new SharedFile(id, name(file), type(file), size(file), source));
  }

  private static String name(JsonObject file) {
    String told = SlackJson.maybe(file, "name").orElseGet(() -> SlackJson.text(file, "title"));
    String name = ReadableText.text(told).replaceAll("[\\s/\\\\]+", " ").strip();
    return SlackText.cut(name.isEmpty() ? SlackJson.text(file, "id") : name, SharedFile.NAME_MAX);
  }

  private static String type(JsonObject file) {
    String type = SlackJson.text(file, "mimetype").toLowerCase(Locale.ROOT);
    return type.length() <= TYPE_MAX && TYPE.matcher(type).matches() ? type : SOME_TYPE;
  }
}
