package io.threadbridge.teams;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// JSON as the Bot Framework writes it. The SDK's own mapper refuses moments without a fraction of
/// a second, reads `.012` as twelve nanoseconds, and writes properties that nobody asked for.
final class TeamsMapper {
  private TeamsMapper() {}

  /// A mapper for the SDK's types; its users must not change it.
  static ObjectMapper create() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .addMixIn(Activity.class, Moments.class)
        .addMixIn(Attachment.class, Content.class)
        .build();
  }

  /// The moments of an activity, with and without a fraction of a second.
  @SuppressWarnings("unused") // Jackson reads the annotations; nobody calls it.
  private abstract static class Moments {
    @JsonFormat(shape = JsonFormat.Shape.ANY)
    @JsonDeserialize(using = Read.class)
    @JsonSerialize(using = Write.class)
    private @Nullable OffsetDateTime timestamp;

    @JsonFormat(shape = JsonFormat.Shape.ANY)
    @JsonDeserialize(using = Read.class)
    @JsonSerialize(using = Write.class)
    private @Nullable OffsetDateTime localTimestamp;
  }

  /// Cards stay trees: the SDK's validator cannot look into nested maps on a JDK of today.
  @SuppressWarnings("unused") // Jackson reads the annotations; nobody calls it.
  private abstract static class Content {
    @JsonDeserialize(as = JsonNode.class)
    private @Nullable Object content;
  }

  private static final class Read extends JsonDeserializer<@Nullable OffsetDateTime> {
    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return OffsetDateTime.parse(parser.getText());
      } catch (DateTimeException _) {
        // A moment that cannot be read is worth less than what was said.
        return null;
      }
    }
  }

  private static final class Write extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(
        OffsetDateTime moment, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
    }
  }
}
