package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people do in Teams with their own hands: write, edit, delete, react.
///
/// A wish is the control API's JSON; `as` is who acts. Guarded by the world.
public final class TeamsHands {
  private final TeamsWorld world;
  private final Activities activities;
  private final BotDelivery bot;
  private final MessageContents contents;
  private final TeamsShow show;

  TeamsHands(
      TeamsWorld world,
      Activities activities,
      BotDelivery bot,
      TeamsImages images,
      ChangeListener page) {
    this.world = world;
    this.activities = activities;
    this.bot = bot;
    this.contents = new MessageContents(world, images);
    this.show = new TeamsShow(page);
  }

  /// Who acts; Anna when nobody is named.
  static TeamsPerson actor(TeamsWorld world, JsonNode wish) {
    String id = Json.has(wish, "as") ? Json.text(wish, "as") : TeamsSandboxIds.ANNA;
    return world.person(id).orElseThrow(() -> new Refusal("person_not_found"));
  }

  /// Where: the actor's chat with `chat`, else the channel, by default the website's.
  static TeamsConversation place(TeamsWorld world, JsonNode wish) {
    if (wish.path("chat").asBoolean(false)) {
      return world.chat(actor(world, wish));
    }
    String id = Json.text(wish, "channel");
    return world
        .find(id.isEmpty() ? TeamsSandboxIds.WEBSITE_CHAT : id)
        .filter(each -> !each.isDeleted())
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  static TeamsPost post(TeamsConversation where, JsonNode wish) {
    return where.find(Json.text(wish, "id")).orElseThrow(() -> new Refusal("message_not_found"));
  }

  /// Writes: `{"as","channel"|"chat","thread"?,"text","html"?,"images"?,"files"?}`; a new post
  /// without `thread`.
  public ObjectNode say(JsonNode wish) {
    TeamsPerson person = actor(world, wish);
    TeamsConversation where = place(world, wish);
    String root = Json.text(wish, "thread");
    if (!root.isEmpty() && where.find(root).filter(TeamsPost::isRoot).isEmpty()) {
      throw new Refusal("thread_not_found");
    }
    String id = world.nextId();
    String thread = where.isChat() ? "" : root.isEmpty() ? id : root;
    TeamsPost post = new TeamsPost(id, thread, person.id(), contents.of(wish, where));
    where.add(post);
    show.post(where, post);
    if (reaches(where, post)) {
      bot.tell(activities.message(where, post, person), where.idFor(post));
    }
    return answer(where, post);
  }

  /// Whether the bot may know of this post: without reading, only when it is mentioned.
  private boolean reaches(TeamsConversation where, TeamsPost post) {
    return switch (where.kind()) {
      case CHAT -> world.hasPersonally(where.person());
      case PRIVATE -> false;
      case CHANNEL -> world.isInTeam() && (world.isReading() || post.mentionsBot());
    };
  }

  private static ObjectNode answer(TeamsConversation where, TeamsPost post) {
    ObjectNode answer = Json.object().put("conversation", where.id()).put("id", post.id());
    answer.put("thread", post.root()).set("message", post.shown(""));
    return answer;
  }

  /// Edits: `{"as","channel"|"chat","id","text"}`: only one's own messages; what is attached
  /// stays.
  public ObjectNode edit(JsonNode wish) {
    TeamsConversation where = place(world, wish);
    TeamsPost post = own(where, wish);
    boolean reached = reaches(where, post);
    post.change(contents.changed(wish, post.content()));
    return changed("editMessage", where, post, wish, reached);
  }

  /// Deletes: `{"as","channel"|"chat","id","restore"?}`; `restore` takes it back.
  public ObjectNode delete(JsonNode wish) {
    TeamsConversation where = place(world, wish);
    TeamsPost post = own(where, wish);
    boolean restore = wish.path("restore").asBoolean(false);
    post.setDeleted(!restore);
    String event = restore ? "undeleteMessage" : "softDeleteMessage";
    return changed(event, where, post, wish, reaches(where, post));
  }

  private ObjectNode changed(
      String event, TeamsConversation where, TeamsPost post, JsonNode wish, boolean reached) {
    show.post(where, post);
    if (reached || reaches(where, post)) {
      bot.tell(activities.change(event, where, post, actor(world, wish)), where.idFor(post));
    }
    return answer(where, post);
  }

  private TeamsPost own(TeamsConversation where, JsonNode wish) {
    TeamsPost post = post(where, wish);
    if (!post.author().equals(actor(world, wish).id())) {
      throw new Refusal("not_your_message");
    }
    return post;
  }

  /// Reacts: `{"as","channel"|"chat","id","reaction","remove"?}`; a bot hears of its own messages
  /// only.
  public ObjectNode react(JsonNode wish) {
    TeamsConversation where = place(world, wish);
    TeamsPost post = post(where, wish);
    TeamsPerson person = actor(world, wish);
    boolean add = !wish.path("remove").asBoolean(false);
    String kind = Json.text(wish, "reaction");
    if (post.react(kind, person.id(), add)) {
      show.post(where, post);
      if (post.isBots()) {
        ObjectNode activity = activities.of("messageReaction", where, where.idFor(post), person);
        String list = add ? "reactionsAdded" : "reactionsRemoved";
        activity.put("replyToId", post.id()).putArray(list).addObject().put("type", kind);
        bot.tell(activity, where.idFor(post));
      }
    }
    return answer(where, post);
  }
}
