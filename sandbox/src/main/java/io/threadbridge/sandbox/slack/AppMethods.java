package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `apps.connections.open`: an address for one Socket Mode connection.
final class AppMethods {
  static final String CONNECTIONS_OPEN = "apps.connections.open";
  static final String SOCKET_PATH = "/sandbox/slack/socket";

  private final SocketMode sockets;

  AppMethods(SocketMode sockets) {
    this.sockets = sockets;
  }

  List<WebMethod> methods() {
    return List.of(new WebMethod(CONNECTIONS_OPEN, WebMethod.Tier.TIER_3, "", this::open));
  }

  private ObjectNode open(Call call) {
    String base = call.base().replaceFirst("^http", "ws");
    return Json.object().put("url", base + SOCKET_PATH + "?ticket=" + sockets.ticket());
  }
}
