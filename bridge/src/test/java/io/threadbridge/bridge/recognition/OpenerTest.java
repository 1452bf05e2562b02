package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// First words of visitors, and what they say.
class OpenerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi",
        "Hi!",
        "HELLO",
        "helo",
        "hellooo",
        "higood morning",
        "hi anna",
        "Hi Anna, good afternoon :)",
        "hellospencer",
        "good monring",
        "goodmorning sir",
        "gud evng",
        "hello, is anybody there?",
        "Hi, can you help me please?",
        "hey, I have a quick question",
        "hi there 👋",
        "👋",
        "hello how are you",
        "dear team",
        "Hei!",
        "moikka",
        "Hyvää huomenta",
        "Hei, onko siellä ketään?",
        "heippa Päivi",
        "moi, tarvitsisin apua",
        "Добрий день!",
        "привіт",
        "доброго дня, Олено",
        "Вітаю, чи є хтось?",
        "Добридень, потрібна допомога",
        "Hej",
        "hejsa",
        "Godmorgen Søren",
        "Hej, er der nogen?",
        "Goddag, kan du hjælpe mig?",
        "hej hej",
        "Hallå där",
        "God kväll",
        "hej, är det någon där?",
        "tjena Håkan",
        "Hallo",
        "Guten Tag",
        "guten morgen frau",
        "Grüß Gott",
        "Moin, können Sie mir helfen?",
        "Hallo zusammen, ich hätte eine Frage"
      })
  void aBareGreeting(String text) {
    assertThat(Words.standard().opener(text)).isEqualTo(Opener.BARE_GREETING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi, where is my order",
        "Hello! I lost my card",
        "hello 4711",
        "hi do you have these in size 42?",
        "cancel order",
        "order 1234",
        "refund?",
        "Good morning, can you help me with a refund please",
        "helloi need to return shoes",
        "hi the delivery of my parcel",
        "hi, hello, my phone screen cracked",
        "Hei, missä tilaukseni on",
        "Hei, haluaisin palauttaa kengät",
        "Добрий день, де моє замовлення",
        "привіт, хочу повернути взуття",
        "Hej, hvor er min pakke",
        "Hej, jeg vil gerne returnere et par sko",
        "Hej, var är mitt paket",
        "hej jag vill byta storlek",
        "Hallo, wo ist mein Paket",
        "Guten Tag, ich möchte stornieren"
      })
  void aStatedProblem(String text) {
    assertThat(Words.standard().opener(text)).isEqualTo(Opener.STATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "😀",
        "???!",
        "running shoes",
        "hi delivery",
        "asdf",
        "sdfg hjkl qwrt",
        "internet",
        "the invoice",
        "please help me",
        "are you there",
        "ok",
        "juoksukengät",
        "hei toimitus",
        "кросівки",
        "løbesko",
        "löparskor",
        "Laufschuhe",
        "Hallo Lieferung"
      })
  void anOpenerThatSaysTooLittle(String text) {
    assertThat(Words.standard().opener(text)).isEqualTo(Opener.UNCLEAR);
  }
}
