package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_2;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_3;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `reactions.*`: the emoji under a message.
final class ReactionMethods {
  private final Workspace workspace;
  private final Posts posts;

  ReactionMethods(Workspace workspace, Posts posts) {
    this.workspace = workspace;
    this.posts = posts;
  }

  List<WebMethod> methods() {
    return List.of(
        new WebMethod("reactions.add", TIER_3, "reactions:write", call -> react(call, true)),
        new WebMethod("reactions.remove", TIER_2, "reactions:write", call -> react(call, false)),
        new WebMethod("reactions.get", TIER_3, "reactions:read", this::get));
  }

  private ObjectNode react(Call call, boolean add) {
    String name = call.required("name", "invalid_name");
    if (!name.matches("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")) {
      throw new Refusal("invalid_name");
    }
    Channel channel = channel(call);
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    if (!posts.react(channel, message(channel, call), name, SandboxIds.BOT_USER, add)) {
      throw new Refusal(add ? "already_reacted" : "no_reaction");
    }
    return Json.object();
  }

  private Channel channel(Call call) {
    Channel channel = workspace.visible(call.required("channel", "no_item_specified"));
    if (!channel.hasBot()) {
      throw new Refusal("not_in_channel");
    }
    return channel;
  }

  private static Message message(Channel channel, Call call) {
    Message message = channel.find(call.required("timestamp", "no_item_specified"));
    if (message == null) {
      throw new Refusal("message_not_found");
    }
    return message;
  }

  private ObjectNode get(Call call) {
    Channel channel = channel(call);
    ObjectNode answer = Json.object().put("type", "message").put("channel", channel.id());
    answer.set("message", message(channel, call).shown(false));
    return answer;
  }
}
