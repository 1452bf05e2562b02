package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_4;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `views.*`: modals and the home tab.
final class ViewMethods {
  private final Workspace workspace;
  private final Views views;
  private final FileShares shares;

  ViewMethods(Workspace workspace, Views views, FileShares shares) {
    this.workspace = workspace;
    this.views = views;
    this.shares = shares;
  }

  List<WebMethod> methods() {
    return List.of(
        new WebMethod("views.open", TIER_4, "", call -> show(call, false)),
        new WebMethod("views.push", TIER_4, "", call -> show(call, true)),
        new WebMethod("views.update", TIER_4, "", this::update),
        new WebMethod("views.publish", TIER_4, "", this::publish));
  }

  private JsonNode view(Call call) {
    JsonNode view =
        call.json("view", "invalid_arguments")
            .filter(JsonNode::isObject)
            .orElseThrow(() -> new Refusal("invalid_arguments"));
    shares.checkView(view);
    return view;
  }

  private ObjectNode show(Call call, boolean push) {
    JsonNode view = view(call);
    String user = views.redeem(call.required("trigger_id", "invalid_trigger_id"));
    return answer(views.show(user, view, push));
  }

  private ObjectNode update(Call call) {
    return answer(
        views.update(
            call.text("view_id"), call.text("external_id"), call.text("hash"), view(call)));
  }

  private ObjectNode publish(Call call) {
    Person person = workspace.person(call.required("user_id", "user_not_found"));
    return answer(views.publish(person.id(), view(call)));
  }

  private static ObjectNode answer(ObjectNode view) {
    ObjectNode answer = Json.object();
    answer.set("view", view.deepCopy());
    return answer;
  }
}
