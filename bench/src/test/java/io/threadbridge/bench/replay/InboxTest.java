package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bench.replay.Played.Heard;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxTest {
  private final JsonMapper json = JsonMapper.builder().build();
  private final Inbox inbox = new Inbox();

  @Test
  void answersStandInTheOrderOfTheirNumbersHoweverTheyCame() {
    inbox.message(message(1, "visitor", "hi"), 1);
    inbox.message(message(4, "staff", "second"), 2);
    inbox.message(message(2, "staff", "first"), 3);
    inbox.message(message(3, "bridge", "a moment, please"), 4);
    assertThat(inbox.answers()).containsExactly(new Heard("first", 3), new Heard("second", 2));
    assertThat(inbox.troubles()).isEmpty();
  }

  @Test
  void theSameMessageTwiceIsOne() {
    inbox.message(message(1, "staff", "hello"), 1);
    inbox.message(message(1, "staff", "hello"), 9);
    assertThat(inbox.answers()).containsExactly(new Heard("hello", 1));
    assertThat(inbox.troubles()).isEmpty();
  }

  @Test
  void anotherTextUnderAKnownNumberIsATrouble() {
    inbox.message(message(1, "staff", "hello"), 1);
    inbox.message(message(1, "staff", "good-bye"), 2);
    assertThat(inbox.troubles()).containsExactly("message 1 came twice, and not the same");
  }

  @Test
  void aGapInTheNumbersIsATrouble() {
    inbox.message(message(1, "visitor", "hi"), 1);
    inbox.message(message(3, "staff", "hello"), 2);
    assertThat(inbox.known()).isEqualTo(1);
    assertThat(inbox.troubles()).containsExactly("the messages' numbers have gaps");
  }

  private JsonNode message(int seq, String role, String text) {
    var frame = json.createObjectNode().put("seq", seq).put("text", text);
    frame.putObject("from").put("role", role);
    return frame;
  }
}
