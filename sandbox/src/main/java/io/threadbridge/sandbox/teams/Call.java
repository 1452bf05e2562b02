package io.threadbridge.sandbox.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;

/// A call of the Connector REST: what for, where, and the body.
///
/// @param conversation the channel's or chat's id, without the thread
/// @param root the id behind `;messageid=`, or `""`
/// @param subject the activity, member or attachment; `""` for none
record Call(
    Operation operation,
    String conversation,
    String root,
    String subject,
    JsonNode body,
    ServerRequest request) {
  static final String PATH = "/sandbox/teams/connector/";

  /// Bytes of one body.
  static final int MAX_BODY = 4 * 1_048_576;

  private static final String THREAD = ";messageid=";

  /// Reads the call from the raw path, in which `:`, `@`, `;` and `=` may be encoded or not.
  static Call of(ServerRequest request) throws IOException {
    String raw = request.servletRequest().getRequestURI();
    List<String> parts =
        Arrays.stream(raw.substring(raw.indexOf(PATH) + PATH.length()).split("/"))
            .filter(each -> !each.isEmpty())
            .map(Call::decoded)
            .toList();
    Operation operation = operation(request.method().name(), parts);
    String text = new String(Http.body(request, MAX_BODY), UTF_8);
    JsonNode body = Json.parse(text.isBlank() ? "{}" : text).orElseGet(Json::array);
    String where = parts.size() > 2 ? parts.get(2) : "";
    int cut = where.indexOf(THREAD);
    String conversation = cut < 0 ? where : where.substring(0, cut);
    if (operation == Operation.CREATE) {
      conversation = Json.text(body.path("channelData").path("channel"), "id");
    }
    String root = cut < 0 ? "" : where.substring(cut + THREAD.length());
    String subject = parts.size() > 4 ? parts.get(4) : "";
    return new Call(operation, conversation, root, subject, body, request);
  }

  private static String decoded(String part) {
    // A plus is a plus in a path.
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }

  private static Operation operation(String method, List<String> parts) {
    if (parts.size() < 2 || !parts.getFirst().equals("v3")) {
      return Operation.UNKNOWN;
    }
    String tail = parts.size() > 3 ? parts.get(3) : "";
    return switch (method + " " + parts.get(1) + " " + tail + " " + parts.size()) {
      case "POST conversations  2" -> Operation.CREATE;
      // With an activity's id behind: "reply to", which Teams routes no differently.
      case "POST conversations activities 4", "POST conversations activities 5" -> Operation.SEND;
      case "PUT conversations activities 5" -> Operation.UPDATE;
      case "DELETE conversations activities 5" -> Operation.DELETE;
      case "GET conversations pagedmembers 4", "GET conversations members 4" -> Operation.MEMBERS;
      case "GET conversations members 5" -> Operation.MEMBER;
      case "GET teams  3" -> Operation.TEAM;
      case "GET teams conversations 4" -> Operation.CHANNELS;
      case "GET attachments views 5" -> Operation.ATTACHMENT;
      default -> Operation.UNKNOWN;
    };
  }

  String parameter(String name) {
    return request.param(name).orElse("");
  }
}
