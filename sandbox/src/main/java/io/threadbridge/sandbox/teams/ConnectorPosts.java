package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the bot writes: threads, replies, chats, changes and deletes of its own. Guarded by the
/// world.
final class ConnectorPosts {
  /// Characters of an activity as UTF-16: 100 KB; pictures within the text are not counted.
  static final int MAX_CHARS = 100 * 1_024 / 2;

  private static final Pattern PICTURE = Pattern.compile("data:image/[a-z]+;base64,[^\"]*");

  private final TeamsWorld world;
  private final TeamsCounters counters;
  private final TeamsShow show;

  ConnectorPosts(TeamsWorld world, TeamsCounters counters, ChangeListener page) {
    this.world = world;
    this.counters = counters;
    this.show = new TeamsShow(page);
  }

  /// A thread in a channel, or the chat with one person.
  TeamsAnswer create(Call call) {
    JsonNode body = call.body();
    if (!body.isObject()) {
      throw TeamsRefusal.badSyntax("The body is not a JSON object.");
    }
    String tenant =
        Json.has(body, "tenantId")
            ? Json.text(body, "tenantId")
            : Json.text(body.path("channelData").path("tenant"), "id");
    if (!tenant.equals(TeamsSandboxIds.TENANT)) {
      throw TeamsRefusal.badArgument("The tenant is missing or not the bot's.");
    }
    return body.path("isGroup").asBoolean(false) ? thread(call) : chat(body);
  }

  private TeamsAnswer thread(Call call) {
    JsonNode activity = call.body().path("activity");
    if (call.conversation().isEmpty()) {
      throw TeamsRefusal.badArgument("A bot cannot make a group chat.");
    }
    if (!activity.isObject()) {
      throw TeamsRefusal.badSyntax("The activity is missing.");
    }
    TeamsConversation channel = writable(call.conversation());
    Optional<TeamsPost> post = post(channel, "", activity);
    ObjectNode answer = Json.object();
    post.ifPresent(each -> answer.put("id", channel.idFor(each)).put("activityId", each.id()));
    return TeamsAnswer.of(201, answer);
  }

  private TeamsAnswer chat(JsonNode body) {
    JsonNode members = body.path("members");
    if (members.size() != 1) {
      throw TeamsRefusal.badArgument("Exactly one member is needed.");
    }
    TeamsPerson person =
        world
            .person(Json.text(members.path(0), "id"))
            .orElseThrow(() -> TeamsRefusal.badArgument("No such member."));
    if (!world.hasPersonally(person.id())) {
      throw TeamsRefusal.notInRoster();
    }
    TeamsConversation chat = world.chat(person);
    if (body.path("activity").isObject()) {
      // Said, but the answer tells no id of it.
      Optional<TeamsPost> _ = post(chat, "", body.path("activity"));
    }
    return TeamsAnswer.of(201, Json.object().put("id", chat.id()));
  }

  /// A channel or chat in which the bot may write.
  private TeamsConversation writable(String id) {
    TeamsConversation conversation =
        world
            .find(id)
            .filter(each -> !each.isDeleted())
            .orElseThrow(TeamsRefusal::conversationNotFound);
    boolean in =
        switch (conversation.kind()) {
          case CHANNEL -> world.isInTeam();
          case PRIVATE -> false;
          case CHAT -> world.hasPersonally(conversation.person());
        };
    if (!in) {
      throw TeamsRefusal.notInRoster();
    }
    return conversation;
  }

  /// A reply in the thread that the address names, a new post in the bare channel, or words in a
  /// chat.
  TeamsAnswer send(Call call) {
    TeamsConversation conversation = writable(call.conversation());
    if (!call.root().isEmpty()) {
      boolean there =
          conversation
              .find(call.root())
              .filter(each -> each.isRoot() && !each.isDeleted())
              .isPresent();
      if (!there) {
        throw TeamsRefusal.conversationNotFound();
      }
    }
    if (Json.text(call.body(), "type").equals("typing")) {
      return TeamsAnswer.empty(202);
    }
    ObjectNode answer = Json.object();
    post(conversation, call.root(), call.body()).ifPresent(each -> answer.put("id", each.id()));
    return TeamsAnswer.of(201, answer);
  }

  /// Posts; words with an attachment become two messages of which no id is told.
  private Optional<TeamsPost> post(TeamsConversation where, String root, JsonNode activity) {
    ObjectNode content = content(activity);
    boolean split = Json.has(content, "text") && !content.path("attachments").isEmpty();
    if (split) {
      ObjectNode rest = Json.object();
      rest.set("attachments", content.path("attachments"));
      content.remove("attachments");
      TeamsPost words = add(where, root, content);
      TeamsPost _ = add(where, words.isRoot() ? words.id() : root, rest);
      return Optional.empty();
    }
    return Optional.of(add(where, root, content));
  }

  private TeamsPost add(TeamsConversation where, String root, ObjectNode content) {
    String id = world.nextId();
    String thread = where.isChat() ? "" : root.isEmpty() ? id : root;
    TeamsPost post = new TeamsPost(id, thread, TeamsSandboxIds.BOT, content);
    where.add(post);
    counters.posted(where.id(), world.now());
    show.post(where, post);
    return post;
  }

  private static ObjectNode content(JsonNode activity) {
    if (!Json.text(activity, "type").equals("message")) {
      throw TeamsRefusal.badSyntax("The activity's type is not one that a bot can send here.");
    }
    if (PICTURE.matcher(Json.write(activity)).replaceAll("").length() > MAX_CHARS) {
      throw new TeamsRefusal(413, "MessageSizeTooBig", "The message is too large.");
    }
    ObjectNode content = Json.object();
    for (String name : new String[] {"text", "textFormat", "attachments", "entities", "summary"}) {
      if (activity.has(name)) {
        content.set(name, activity.path(name).deepCopy());
      }
    }
    if (!Json.has(content, "text") && content.path("attachments").isEmpty()) {
      throw TeamsRefusal.badSyntax("The message is empty.");
    }
    content.path("attachments").forEach(ConnectorPosts::check);
    return content;
  }

  private static void check(JsonNode attachment) {
    boolean card = Json.text(attachment, "contentType").equals(TeamsPost.CARD);
    if (card && !Json.text(attachment.path("content"), "type").equals("AdaptiveCard")) {
      throw TeamsRefusal.badSyntax("The attachment is not an Adaptive Card.");
    }
  }

  TeamsAnswer update(Call call) {
    TeamsConversation conversation = writable(call.conversation());
    TeamsPost post = own(conversation, call.subject());
    post.change(content(call.body()));
    show.post(conversation, post);
    return TeamsAnswer.of(200, Json.object().put("id", post.id()));
  }

  TeamsAnswer delete(Call call) {
    TeamsConversation conversation = writable(call.conversation());
    TeamsPost post = own(conversation, call.subject());
    post.setDeleted(true);
    show.post(conversation, post);
    return TeamsAnswer.empty(200);
  }

  private static TeamsPost own(TeamsConversation conversation, String id) {
    TeamsPost post =
        conversation
            .find(id)
            .filter(each -> !each.isDeleted())
            .orElseThrow(
                () ->
                    new TeamsRefusal(
                        404, "ActivityNotFoundInConversation", "No such activity here."));
    if (!post.isBots()) {
      throw new TeamsRefusal(403, "MessageWritesBlocked", "This is somebody else's message.");
    }
    return post;
  }
}
