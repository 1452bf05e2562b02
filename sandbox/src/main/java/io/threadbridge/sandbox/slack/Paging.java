package io.threadbridge.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Refusal;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Slack's cursors: opaque, and only good for the next page.
final class Paging {
  private static final String MARK = "next:";

  private Paging() {}

  /// One page of `items`, with `response_metadata.next_cursor` (`""` on the last page) in
  /// `answer`.
  static <T> List<T> page(Call call, List<T> items, int otherwise, int maximum, ObjectNode answer) {
    int limit = call.number("limit", otherwise, maximum);
    int from = Math.min(offset(call.text("cursor")), items.size());
    int to = Math.min(from + limit, items.size());
    boolean more = to < items.size();
    answer.putObject("response_metadata").put("next_cursor", more ? cursor(to) : "");
    return items.subList(from, to);
  }

  private static String cursor(int offset) {
    return Base64.getEncoder().encodeToString((MARK + offset).getBytes(UTF_8));
  }

  private static int offset(String cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    try {
      String plain = new String(Base64.getDecoder().decode(cursor), UTF_8);
      return plain.startsWith(MARK) ? Integer.parseInt(plain.substring(MARK.length())) : invalid();
    } catch (IllegalArgumentException _) {
      return invalid();
    }
  }

  private static int invalid() {
    throw new Refusal("invalid_cursor");
  }
}
