package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.EventId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An activity as it came. It is read as a tree and not as the SDK's type, so that something odd in
/// a field that nobody needs takes nothing else away; what is missing reads as an empty text.
record Told(JsonNode tree) {
  private static final String BOT = "28:";

  String type() {
    return text("type");
  }

  /// Of a message: its own id, also in what is told of it later.
  String id() {
    return text("id");
  }

  String name() {
    return text("name");
  }

  String channelId() {
    return text("channelId");
  }

  String serviceUrl() {
    return text("serviceUrl");
  }

  String conversation() {
    return tree.path("conversation").path("id").asText("");
  }

  /// What kind of change it tells, such as `editMessage`.
  String eventType() {
    return tree.path("channelData").path("eventType").asText("");
  }

  boolean isPersonal() {
    return tree.path("conversation").path("conversationType").asText("").equals("personal");
  }

  /// Whether it happened in a channel, as opposed to a chat of two or a few.
  boolean isInChannel() {
    String kind = tree.path("conversation").path("conversationType").asText("");
    boolean looksLikeOne = TeamsPlace.channelOf(conversation()).endsWith("@thread.tacv2");
    return kind.equals("channel") || (kind.isEmpty() && looksLikeOne);
  }

  /// The channel's id; empty where there is none.
  String channel() {
    String channel = TeamsPlace.channelOf(conversation());
    return isInChannel() ? channel : tree.path("channelData").path("channel").path("id").asText("");
  }

  String team() {
    return tree.path("channelData").path("team").path("id").asText("");
  }

  /// The root of the thread that it happened in; a root post is its own.
  String root() {
    return TeamsPlace.rootOf(conversation());
  }

  String replyTo() {
    return text("replyToId");
  }

  /// Whoever did it, by the id that Entra knows them by, or else the Bot Framework's.
  String sender() {
    String entra = tree.path("from").path("aadObjectId").asText("");
    return entra.isEmpty() ? tree.path("from").path("id").asText("") : entra;
  }

  /// Who the activity is for: us.
  String recipient() {
    return tree.path("recipient").path("id").asText("");
  }

  /// Whether a bot did it; we are one.
  boolean isABots() {
    String from = tree.path("from").path("id").asText("");
    return from.startsWith(BOT) || (!from.isEmpty() && from.equals(recipient()));
  }

  /// Whether there is no person who did it.
  boolean isNobodys() {
    return sender().isEmpty() || isABots();
  }

  /// When it happened; empty if that cannot be read.
  Optional<Instant> at() {
    try {
      return Optional.of(OffsetDateTime.parse(text("timestamp")).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Every tenant that the activity names as its own.
  List<String> tenants() {
    return Stream.of(
            tree.path("channelData").path("tenant").path("id").asText(""),
            tree.path("conversation").path("tenantId").asText(""))
        .filter(tenant -> !tenant.isEmpty())
        .toList();
  }

  /// What a card or a dialog sent along. Some clients send it as a text.
  JsonNode value() {
    return tree.path("value");
  }

  /// The mentions in it, in order.
  List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode entity : tree.path("entities")) {
      if (entity.path("type").asText("").equalsIgnoreCase("mention")) {
        JsonNode mentioned = entity.path("mentioned");
        String entra = mentioned.path("aadObjectId").asText("");
        mentions.add(
            new Mention(
                mentioned.path("id").asText(""),
                entra,
                mentioned.path("name").asText(""),
                entity.path("text").asText("")));
      }
    }
    return mentions;
  }

  /// Somebody, or something, that is mentioned.
  ///
  /// @param entra the Entra object id, where it is told
  /// @param written what stands for it in the plain text, such as `<at>Ben</at>`
  record Mention(String id, String entra, String name, String written) {
    boolean isPerson() {
      return id.startsWith("29:") || id.startsWith("8:");
    }

    boolean isABot() {
      return id.startsWith(BOT);
    }

    /// As [Told#sender] would name them.
    String account() {
      return entra.isEmpty() ? id : entra;
    }
  }

  /// Names what happened here, never its delivery.
  EventId eventId(String what) {
    return new EventId("teams:" + conversation() + ":" + id() + ":" + what);
  }

  private String text(String name) {
    return tree.path(name).asText("");
  }

  @Override
  public String toString() {
    return "Told[" + type() + " " + id() + "]";
  }
}
