package io.threadbridge.redis.json;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Lists as one argument of a Lua script, which reads them with `cjson`.
public final class Lists {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Lists() {}

  /// A list of texts, or of lists of texts, as a JSON array.
  public static String write(List<?> values) {
    return MAPPER.writeValueAsString(values);
  }
}
