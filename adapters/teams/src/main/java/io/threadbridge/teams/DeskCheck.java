package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.port.Delivery;
import java.util.List;
import java.util.Map;

/// Whether a desk can be written to: the app is in its team, and its channel is a standard one.
///
/// @param client asks the connector for the team's channels
record DeskCheck(TeamsClient client, TeamsHealth health) {
  private static final String NOT_STANDARD =
      "Choose a standard channel of the team for the desk, and check its id: in private and shared"
          + " channels the app hears and sees too little";

  /// Asks, and notes what is amiss under the team's and the channel's id.
  void desk(TeamsPlace place) {
    TeamsReply<JsonNode> reply =
        client.read(List.of("v3", "teams", place.team(), "conversations"), Map.of());
    switch (reply) {
      case TeamsReply.Fine<JsonNode>(JsonNode answer) -> channel(place, answer);
      case TeamsReply.No<JsonNode>(int status, String code, _) when status == 404 ->
          noted(place.team(), TeamsErrors.noChannel(code));
      case TeamsReply.No<JsonNode>(int status, String code, var after) ->
          noted(place.team(), TeamsErrors.delivery(status, code, after));
      case TeamsReply.Trouble<JsonNode>(Delivery delivery) -> noted(place.team(), delivery);
    }
  }

  private void channel(TeamsPlace place, JsonNode answer) {
    health.mended(place.team());
    boolean known =
        answer
            .path("conversations")
            .valueStream()
            .anyMatch(each -> each.path("id").asText("").equals(place.channel()));
    if (known) {
      health.mended(place.channel());
    } else {
      health.needsMending(place.channel(), "no standard channel", NOT_STANDARD);
    }
  }

  private void noted(String where, Delivery delivery) {
    if (delivery instanceof Delivery.Later(_, String why, String mend)) {
      health.needsMending(where, why, mend);
    }
  }
}
