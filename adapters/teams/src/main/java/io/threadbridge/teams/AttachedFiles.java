package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The files that hang on a message of a channel. A bot is given pictures alone: any other file is
/// kept in the team's SharePoint, and all that comes of it is an address that only its people open.
///
/// @param pictures at most [SharedFile#PER_MESSAGE_MAX]
/// @param withheld how many more files hang on the message
record AttachedFiles(List<Picture> pictures, int withheld) {
  /// What the message itself is written in.
  static final String HTML = "text/html";

  private static final String PICTURE = "image/";

  /// Attachments that are no files: cards, and messages that somebody refers to.
  private static final Set<String> NO_FILES =
      Set.of("messagereference", "forwardedmessagereference", "application/vnd.microsoft.card");

  private static final int POST_MAX = 48;

  /// A picture as the activity names it.
  ///
  /// @param id see [SharedFile]; the same however often the activity comes
  /// @param number 1, 2, 3 … among the pictures of the message
  /// @param name what it is called; mostly empty
  /// @param type mostly `image/*`
  /// @param address where the connector gives it to those who bear our token
  record Picture(String id, int number, String name, String type, String address) {
    @Override
    public String toString() {
      return "Picture[" + id + "]";
    }
  }

  /// @param picturesInWords how many stand in the message's HTML: a pasted picture stands there and
  ///     among the attachments, and counts once
  static AttachedFiles of(Told told, int picturesInWords) {
    List<Picture> pictures = new ArrayList<>();
    Set<String> addresses = new HashSet<>();
    int others = 0;
    int attached = 0;
    for (JsonNode attachment : told.tree().path("attachments")) {
      String kind = kind(attachment);
      String address = attachment.path("contentUrl").asText("");
      if (kind.startsWith(PICTURE) && (address.isEmpty() || addresses.add(address))) {
        attached++;
        if (!address.isEmpty() && pictures.size() < SharedFile.PER_MESSAGE_MAX) {
          pictures.add(picture(told, attached, attachment));
        }
      } else if (isAFile(kind)) {
        others++;
      }
    }
    int all = Math.max(attached, picturesInWords) + others;
    return new AttachedFiles(List.copyOf(pictures), all - pictures.size());
  }

  private static Picture picture(Told told, int number, JsonNode attachment) {
    String post = told.id().replaceAll("[^A-Za-z0-9_-]", "-");
    return new Picture(
        post.substring(0, Math.min(post.length(), POST_MAX)) + "-" + number,
        number,
        attachment.path("name").asText(""),
        kind(attachment),
        attachment.path("contentUrl").asText(""));
  }

  private static boolean isAFile(String kind) {
    return !kind.startsWith(PICTURE)
        && !kind.equals(HTML)
        && NO_FILES.stream().noneMatch(kind::startsWith);
  }

  /// The media type of an attachment, in small letters.
  static String kind(JsonNode attachment) {
    return attachment.path("contentType").asText("").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return pictures.size() + " pictures, " + withheld + " withheld";
  }
}
