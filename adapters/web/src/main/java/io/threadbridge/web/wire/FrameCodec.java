package io.threadbridge.web.wire;

import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads the frames and bodies of the visitor protocol. Strict in what it knows, blind to fields
/// that it does not know; it never throws for what a client sends.
public final class FrameCodec {
  /// The most bytes of one frame.
  public static final int FRAME_MAX = 64 * 1024;

  /// The most bytes of the body that asks for a conversation.
  public static final int REQUEST_MAX = 16 * 1024;

  /// The most characters of a token, far above what is issued.
  static final int TOKEN_MAX = 256;

  /// A page's address and title, and a visitor's name and address, in code points.
  static final int URL_MAX = 2_000;

  static final int TITLE_MAX = 300;
  static final int NAME_MAX = 100;
  static final int EMAIL_MAX = 254;
  private static final int SITE_MAX = 100;
  private static final int LOCALE_MAX = 100;

  private final ObjectMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /// The frame in a text of at most [#FRAME_MAX] bytes.
  public FrameToBridge decode(String text) {
    Optional<JsonNode> object = object(text);
    if (object.isEmpty()) {
      return new FrameToBridge.Unreadable();
    }
    Fields fields = new Fields(object.get());
    try {
      return frame(object.get().path("type").stringValue(""), fields);
    } catch (Fields.Wrong _) {
      return new FrameToBridge.Malformed(fields.optionalId());
    }
  }

  private static FrameToBridge frame(String type, Fields fields) {
    return switch (type) {
      case "hello" ->
          new FrameToBridge.Hello(
              fields.text("token", TOKEN_MAX), fields.number("after", 0, Integer.MAX_VALUE));
      case "ping" -> new FrameToBridge.Ping();
      case "say" -> say(fields);
      case "edit" ->
          new FrameToBridge.Edit(fields.id(), seq(fields), fields.text("text", FRAME_MAX));
      case "delete" -> new FrameToBridge.Delete(fields.id(), seq(fields));
      case "draft" -> new FrameToBridge.Draft(draftLength(fields));
      case "seen" -> new FrameToBridge.Seen(seq(fields));
      case "page" ->
          new FrameToBridge.Browsed(fields.text("url", URL_MAX), fields.text("title", TITLE_MAX));
      case "form" -> form(fields);
      case "choice" -> choice(fields);
      case "rate" -> rate(fields);
      case "leave" -> new FrameToBridge.Leave();
      case "erase" -> new FrameToBridge.Erase();
      default -> new FrameToBridge.Malformed(fields.optionalId());
    };
  }

  private static FrameToBridge say(Fields fields) {
    return new FrameToBridge.Say(
        fields.id(),
        fields.text("text", FRAME_MAX),
        fields.ids("files", SharedFile.PER_MESSAGE_MAX));
  }

  private static int seq(Fields fields) {
    return fields.number("seq", 1, Policy.MESSAGES_MAX);
  }

  private static int draftLength(Fields fields) {
    return fields
        .optionalText("text", FRAME_MAX)
        .map(Fields::codePoints)
        .orElseGet(() -> fields.number("length", 0, Integer.MAX_VALUE));
  }

  private static FrameToBridge form(Fields fields) {
    return new FrameToBridge.Form(
        fields.id(),
        fields.text("text", FRAME_MAX),
        way(fields, "way"),
        fields.text("contact", Lead.CONTACT_MAX),
        fields.optionalText("name", NAME_MAX));
  }

  private static FrameToBridge choice(Fields fields) {
    boolean waits = fields.text("value", NAME_MAX).equals("wait");
    return new FrameToBridge.Choice(
        fields.optionalId(),
        waits ? Optional.empty() : Optional.of(way(fields, "value")),
        fields.optionalText("contact", Lead.CONTACT_MAX));
  }

  private static Lead.Way way(Fields fields, String name) {
    return switch (fields.text(name, NAME_MAX)) {
      case "callback" -> Lead.Way.CALLBACK;
      case "email" -> Lead.Way.EMAIL;
      default -> throw new Fields.Wrong(name);
    };
  }

  private static FrameToBridge rate(Fields fields) {
    return new FrameToBridge.Rate(
        fields.optionalId(),
        fields.number("stars", 1, Rating.STARS_MAX),
        fields.optionalText("comment", Rating.COMMENT_MAX).orElse(""));
  }

  /// The body that asks for a conversation; empty if it is malformed.
  public Optional<ConversationRequest> request(String body) {
    return object(body).map(Fields::new).flatMap(FrameCodec::request);
  }

  private static Optional<ConversationRequest> request(Fields fields) {
    try {
      Fields page = fields.within("page");
      Fields visitor = fields.within("visitor");
      return Optional.of(
          new ConversationRequest(
              fields.text("site", SITE_MAX),
              page.optionalText("url", URL_MAX).orElse(""),
              page.optionalText("title", TITLE_MAX).orElse(""),
              fields.optionalText("locale", LOCALE_MAX).orElse(""),
              visitor.optionalText("name", NAME_MAX),
              visitor.optionalText("email", EMAIL_MAX)));
    } catch (Fields.Wrong _) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> object(String text) {
    try {
      return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
