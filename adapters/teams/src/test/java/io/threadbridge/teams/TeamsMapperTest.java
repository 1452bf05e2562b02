package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the platform writes is read, and what we write is what it reads.
class TeamsMapperTest {
  private final ObjectMapper mapper = TeamsMapper.create();

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T22:17:05Z, 2026-11-21T22:17:05Z",
    "2026-11-21T22:17:05.012Z, 2026-11-21T22:17:05.012Z",
    "2026-11-21T22:17:05.1234567+02:00, 2026-11-21T20:17:05.123456700Z"
  })
  void aMomentIsReadWithAndWithoutAFraction(String written, Instant moment) throws Exception {
    Activity activity =
        mapper.readValue(
            "{\"type\":\"message\",\"timestamp\":\"" + written + "\"}", Activity.class);
    assertThat(activity.getTimestamp().toInstant()).isEqualTo(moment);
    Activity again = mapper.readValue(mapper.writeValueAsString(activity), Activity.class);
    assertThat(again.getTimestamp().toInstant()).isEqualTo(moment);
  }

  @Test
  void aMomentThatCannotBeReadTakesNothingElseAway() throws Exception {
    Activity activity =
        mapper.readValue(
            "{\"type\":\"message\",\"timestamp\":\"soon\",\"text\":\"Hi\"}", Activity.class);
    assertThat(activity.getText()).isEqualTo("Hi");
    assertThat(activity.getTimestamp()).isNull();
  }

  @Test
  void theSdksOverflowIsNotWritten() throws Exception {
    Activity activity = mapper.readValue("{\"type\":\"message\",\"odd\":1}", Activity.class);
    assertThat(mapper.readTree(mapper.writeValueAsString(activity)).has("properties")).isFalse();
  }

  @Test
  void aCardStaysATree() throws Exception {
    String json =
        """
        {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive",
         "content":{"body":[{"type":"TextBlock","text":"Hi"}]}}]}\
        """;
    Activity activity = mapper.readValue(json, Activity.class);
    assertThat(mapper.readTree(mapper.writeValueAsString(activity)).path("attachments"))
        .isEqualTo(mapper.readTree(json).path("attachments"));
  }
}
