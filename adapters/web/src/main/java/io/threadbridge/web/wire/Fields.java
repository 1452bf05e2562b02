package io.threadbridge.web.wire;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the fields of one JSON object strictly: a field of the wrong kind or size is
/// [Wrong], never a default.
final class Fields {
  /// A field that is missing, of the wrong kind or beyond its bound. It says which one, never what
  /// stood in it.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String field) {
      super(field, null, false, false);
    }
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  /// A text of at most `most` code points.
  String text(String name, int most) {
    return optionalText(name, most).orElseThrow(() -> new Wrong(name));
  }

  Optional<String> optionalText(String name, int most) {
    JsonNode field = object.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return Optional.empty();
    }
    if (!field.isString() || codePoints(field.stringValue()) > most) {
      throw new Wrong(name);
    }
    return Optional.of(field.stringValue());
  }

  /// An id of the client's: 1 to 64 letters, digits, `-` and `_`.
  String id() {
    return optionalId().orElseThrow(() -> new Wrong("id"));
  }

  /// The id if there is a well-formed one, so that even a malformed frame can be answered by name.
  Optional<String> optionalId() {
    return wellFormed(object.path("id"));
  }

  private static Optional<String> wellFormed(JsonNode field) {
    return Optional.of(field)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(Fields::isId);
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// A whole number from `least` to `most`.
  int number(String name, int least, int most) {
    JsonNode field = object.path(name);
    if (!field.isIntegralNumber() || !field.canConvertToInt()) {
      throw new Wrong(name);
    }
    int value = field.intValue();
    if (value < least || value > most) {
      throw new Wrong(name);
    }
    return value;
  }

  /// At most `most` ids as above; none if there is no such field.
  List<String> ids(String name, int most) {
    JsonNode field = object.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return List.of();
    }
    if (!field.isArray() || field.size() > most) {
      throw new Wrong(name);
    }
    return field
        .valueStream()
        .map(id -> wellFormed(id).orElseThrow(() -> new Wrong(name)))
        .toList();
  }

  /// An object within this one; an empty one if it is missing.
  Fields within(String name) {
    JsonNode field = object.path(name);
    if (!field.isObject() && !field.isMissingNode() && !field.isNull()) {
      throw new Wrong(name);
    }
    return new Fields(field);
  }

  static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
