package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the one channel of a pretended team, and in people's chats with the app, with the
/// connector's answers to whoever writes there.
final class PretendChannel {
  /// How many full members the team has.
  static final int MEMBERS = 2;

  private static final String CHAT = "a:";
  private static final long FIRST_ID = 1_776_390_257_332L;

  /// A message as it stands in the channel; `thread` is empty at a root.
  record Standing(String id, String thread, JsonNode activity) {
    boolean isRoot() {
      return thread.isEmpty();
    }
  }

  /// A message in one person's chat with the app.
  record Aside(String person, JsonNode activity) {}

  /// An answer of the connector's.
  record Answer(int status, String body) {
    static Answer no(int status, String code) {
      return new Answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}");
    }
  }

  private final List<Standing> standing = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private final Map<String, byte[]> pictures = new HashMap<>();
  private int posted;

  /// Somebody posts a picture; says its path behind `v3/`.
  synchronized String posts(byte[] picture) {
    String path = "attachments/0-" + nextId() + "/views/original";
    pictures.put(path, picture);
    return path;
  }

  /// Whoever posted it deletes it.
  synchronized void withdraw(String path) {
    pictures.remove(path);
  }

  /// What is kept under a path behind `v3/`.
  synchronized Optional<byte[]> picture(String path) {
    return Optional.ofNullable(pictures.get(path));
  }

  synchronized List<Standing> standing() {
    return List.copyOf(standing);
  }

  synchronized List<Aside> asides() {
    return List.copyOf(asides);
  }

  synchronized boolean delete(String id) {
    return standing.removeIf(message -> message.id().equals(id));
  }

  /// Whether this makes the chat with a person, rather than a thread.
  static boolean isChat(JsonNode sent) {
    return sent.has("isGroup") && !sent.path("isGroup").asBoolean();
  }

  /// @param path behind `v3/`
  synchronized Answer done(String method, String path, JsonNode sent) {
    String[] parts = path.split("/", -1);
    return switch (method + " " + parts[0] + " " + parts.length) {
      case "GET teams 2" -> new Answer(200, "{\"aadGroupId\":\"group-1\"}");
      case "GET attachments 4" -> notFound("NotFound");
      case "GET conversations 3" -> new Answer(200, members());
      case "POST conversations 1" -> create(sent);
      case "POST conversations 3" -> post(parts[1], sent);
      case "PUT conversations 4" -> update(parts[1], parts[3], sent);
      case "DELETE conversations 4" -> taken(parts[1], parts[3]);
      default -> Answer.no(405, "MethodNotAllowed");
    };
  }

  private static String members() {
    return """
        {"members":[
         {"id":"29:anna","name":"Anna","objectId":"%1$s","tenantId":"%2$s","userRole":"user"},
         {"id":"29:bertil","name":"Bertil","objectId":"b1","tenantId":"%2$s","userRole":"user"},
         {"id":"29:gus","name":"Gus","objectId":"d1","tenantId":"%2$s","userRole":"guest"}]}
        """
        .formatted(TeamsSamples.ANNA_ID, PretendConnector.TENANT);
  }

  private Answer create(JsonNode sent) {
    if (isChat(sent)) {
      String chat = CHAT + sent.path("members").path(0).path("id").asText("");
      return new Answer(201, "{\"id\":\"" + chat + "\"}");
    }
    String channel = sent.path("channelData").path("channel").path("id").asText("");
    return isOurs(channel) ? keep("", sent.path("activity")) : notFound("ConversationNotFound");
  }

  private Answer post(String conversation, JsonNode sent) {
    if (conversation.startsWith(CHAT)) {
      asides.add(new Aside(conversation.substring(CHAT.length()), sent));
      return named(nextId());
    }
    String root = rootOf(conversation);
    boolean stands = root.isEmpty() || find(root).filter(Standing::isRoot).isPresent();
    return isOurs(conversation) && stands ? keep(root, sent) : notFound("ConversationNotFound");
  }

  private Answer keep(String thread, JsonNode activity) {
    String id = nextId();
    standing.add(new Standing(id, thread, activity));
    return named(id);
  }

  private Answer update(String conversation, String id, JsonNode activity) {
    Optional<Standing> found = in(conversation, id);
    found.ifPresent(
        old -> standing.set(standing.indexOf(old), new Standing(id, old.thread(), activity)));
    return found.isPresent()
        ? new Answer(200, "{\"id\":\"" + id + "\"}")
        : notFound("ActivityNotFoundInConversation");
  }

  private Answer taken(String conversation, String id) {
    return in(conversation, id).isPresent() && delete(id)
        ? new Answer(200, "")
        : notFound("ActivityNotFoundInConversation");
  }

  /// A message that stands in the thread that the conversation names.
  private Optional<Standing> in(String conversation, String id) {
    String root = rootOf(conversation);
    return find(id)
        .filter(_ -> isOurs(conversation))
        .filter(message -> root.equals(message.isRoot() ? message.id() : message.thread()));
  }

  private Optional<Standing> find(String id) {
    return standing.stream().filter(message -> message.id().equals(id)).findFirst();
  }

  private String nextId() {
    posted++;
    return Long.toString(FIRST_ID + posted);
  }

  private static boolean isOurs(String conversation) {
    return conversation.replaceFirst(";.*", "").equals(TeamsSamples.CHANNEL);
  }

  private static String rootOf(String conversation) {
    return conversation.replaceFirst("^[^;]*(;messageid=)?", "");
  }

  private static Answer named(String id) {
    return new Answer(201, "{\"id\":\"" + id + "\",\"activityId\":\"" + id + "\"}");
  }

  private static Answer notFound(String code) {
    return Answer.no(404, code);
  }
}
