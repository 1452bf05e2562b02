package io.threadbridge.bridge.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Card.Deed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadCommandTest {
  @ParameterizedTest
  @CsvSource({
    "!claim, CLAIM",
    "!CLAIM please, CLAIM",
    "!close, CLOSE",
    "!nothing, NOTHING_OWED",
    "!done, LEAD_DONE",
    "!contact, ASK_CONTACT",
  })
  void aCommandIsReadInAnyCaseWithWhateverStandsBehindIt(String words, Deed deed) {
    assertThat(ThreadCommand.read(words)).contains(new ThreadCommand.Plain(deed));
  }

  @Test
  void aCommandSaysForHowLongOrWhereTo() {
    assertThat(ThreadCommand.read("!back 1h 30"))
        .contains(new ThreadCommand.Back(Optional.of(Duration.ofMinutes(90))));
    assertThat(ThreadCommand.read("!back soon")).contains(new ThreadCommand.Back(Optional.empty()));
    assertThat(ThreadCommand.read("!move  Night shift "))
        .contains(new ThreadCommand.Move(Optional.of("Night shift")));
    assertThat(ThreadCommand.read("!move")).contains(new ThreadCommand.Move(Optional.empty()));
    assertThat(ThreadCommand.read("!handover @Ben")).contains(new ThreadCommand.HandOver());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "claim", "!", "!claimed", "! claim", "!claim\nand more", " !claim"})
  void everythingElseIsWords(String words) {
    assertThat(ThreadCommand.read(words)).isEmpty();
  }
}
