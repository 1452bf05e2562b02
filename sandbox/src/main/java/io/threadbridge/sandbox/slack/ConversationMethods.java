package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_2;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_3;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_4;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `conversations.*`: which channels there are, and what was said in them.
final class ConversationMethods {
  private static final int DEFAULT_PAGE = 100;
  private static final int MAX_PAGE = 1_000;

  private final Workspace workspace;
  private final Posts posts;
  private final Scopes scopes;

  ConversationMethods(Workspace workspace, Posts posts, Scopes scopes) {
    this.workspace = workspace;
    this.posts = posts;
    this.scopes = scopes;
  }

  List<WebMethod> methods() {
    return List.of(
        new WebMethod("conversations.info", TIER_3, "", this::info),
        new WebMethod("conversations.list", TIER_2, "channels:read", this::list),
        new WebMethod("conversations.members", TIER_4, "", this::members),
        new WebMethod("conversations.history", TIER_3, "", this::history),
        new WebMethod("conversations.replies", TIER_3, "", this::replies),
        new WebMethod("conversations.open", TIER_3, "im:write", this::open),
        new WebMethod("conversations.join", TIER_3, "channels:join", this::join),
        new WebMethod("users.conversations", TIER_3, "channels:read", this::ofUser));
  }

  private Channel channel(Call call, String right) {
    Channel channel = workspace.visible(call.required("channel", "channel_not_found"));
    scopes.require(channel.kind().scope(right));
    return channel;
  }

  private ObjectNode info(Call call) {
    ObjectNode answer = Json.object();
    answer.set("channel", channel(call, "read").json());
    return answer;
  }

  private ObjectNode list(Call call) {
    return listed(call, workspace.visible());
  }

  private ObjectNode ofUser(Call call) {
    String user = call.has("user") ? call.text("user") : SandboxIds.BOT_USER;
    Predicate<Channel> member = channel -> channel.members().contains(user);
    return listed(call, workspace.visible().stream().filter(member).toList());
  }

  private static ObjectNode listed(Call call, Collection<Channel> channels) {
    List<String> types = call.has("types") ? call.list("types") : List.of("public_channel");
    boolean noArchived = call.flag("exclude_archived");
    List<Channel> wanted =
        channels.stream()
            .filter(channel -> types.contains(type(channel)))
            .filter(channel -> !noArchived || !channel.isArchived())
            .toList();
    ObjectNode answer = Json.object();
    ArrayNode shown = answer.putArray("channels");
    Paging.page(call, wanted, DEFAULT_PAGE, MAX_PAGE, answer)
        .forEach(channel -> shown.add(channel.json()));
    return answer;
  }

  private static String type(Channel channel) {
    return switch (channel.kind()) {
      case PUBLIC -> "public_channel";
      case PRIVATE -> "private_channel";
      case DIRECT -> "im";
    };
  }

  private ObjectNode members(Call call) {
    Channel channel = channel(call, "read");
    ObjectNode answer = Json.object();
    List<String> all = List.copyOf(channel.members());
    answer.set("members", Json.strings(Paging.page(call, all, DEFAULT_PAGE, MAX_PAGE, answer)));
    return answer;
  }

  private ObjectNode history(Call call) {
    Channel channel = readable(call);
    List<Message> newestFirst = new ArrayList<>(channel.timeline().descendingMap().values());
    newestFirst.removeIf(message -> !within(call, message.ts()));
    ObjectNode answer = messages(call, newestFirst);
    return answer.put("pin_count", 0);
  }

  private ObjectNode replies(Call call) {
    Channel channel = readable(call);
    String ts = call.required("ts", "thread_not_found");
    Message root = channel.find(ts);
    if (root == null) {
      throw new Refusal("thread_not_found");
    }
    String rootTs = root.isReply() ? root.threadTs() : ts;
    List<Message> thread = new ArrayList<>(channel.replies(rootTs).values());
    thread.removeIf(message -> !within(call, message.ts()));
    Message first = channel.find(rootTs);
    if (first != null) {
      // Slack shows the root on every first page, whatever `oldest` says.
      thread.addFirst(first);
    }
    return messages(call, thread);
  }

  private Channel readable(Call call) {
    Channel channel = channel(call, "history");
    if (!channel.hasBot()) {
      throw new Refusal("not_in_channel");
    }
    return channel;
  }

  private static boolean within(Call call, String ts) {
    boolean inclusive = call.flag("inclusive");
    return (!call.has("oldest") || compare(ts, call.text("oldest")) >= (inclusive ? 0 : 1))
        && (!call.has("latest") || compare(ts, call.text("latest")) <= (inclusive ? 0 : -1));
  }

  private static int compare(String ts, String bound) {
    try {
      return new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(bound));
    } catch (NumberFormatException _) {
      throw new Refusal("invalid_ts_oldest");
    }
  }

  private static ObjectNode messages(Call call, List<Message> messages) {
    ObjectNode answer = Json.object();
    List<Message> page = Paging.page(call, messages, DEFAULT_PAGE, MAX_PAGE, answer);
    ArrayNode shown = answer.putArray("messages");
    page.forEach(message -> shown.add(message.shown(call.flag("include_all_metadata"))));
    boolean more = !answer.path("response_metadata").path("next_cursor").asString("").isEmpty();
    return answer.put("has_more", more);
  }

  private ObjectNode open(Call call) {
    if (call.has("channel")) {
      ObjectNode known = Json.object();
      known.set("channel", workspace.visible(call.text("channel")).json());
      return known;
    }
    List<String> users = call.list("users");
    if (users.size() != 1) {
      throw new Refusal(users.isEmpty() ? "users_list_not_supplied" : "not_enough_users");
    }
    Channel direct = workspace.direct(workspace.person(users.getFirst()).id());
    ObjectNode channel =
        call.flag("return_im") ? direct.json() : Json.object().put("id", direct.id());
    ObjectNode answer = Json.object().put("no_op", true).put("already_open", true);
    answer.set("channel", channel);
    return answer;
  }

  private ObjectNode join(Call call) {
    Channel channel = workspace.visible(call.required("channel", "channel_not_found"));
    if (channel.kind() != Channel.Kind.PUBLIC) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    boolean isNew = channel.members().add(SandboxIds.BOT_USER);
    ObjectNode answer = Json.object();
    answer.set("channel", channel.json());
    if (isNew) {
      posts.channelEvent(channel, "member_joined_channel", SandboxIds.BOT_USER);
      return answer;
    }
    answer.put("warning", "already_in_channel");
    answer.putObject("response_metadata").putArray("warnings").add("already_in_channel");
    return answer;
  }
}
