package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Last words of visitors, and what they say.
class ClosingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bye                                       | FAREWELL
          ok buy                                    | FAREWELL
          GOODBYE!!!                                | FAREWELL
          byeee 👋                                  | FAREWELL
          👋                                        | FAREWELL
          thanks a lot Anna, have a lovely evening  | FAREWELL
          okthanksbye                               | FAREWELL
          yes, bye                                  | FAREWELL
          See you later :)                          | FAREWELL
          hav a nice weekend too                    | FAREWELL
          goodby                                    | FAREWELL
          thanks                                    | THANKS
          Thank you so much for your quick help! 😀 | THANKS
          thnk u                                    | THANKS
          thankss                                   | THANKS
          thx                                       | THANKS
          No, that's all, thank you                 | THANKS
          🙏                                        | THANKS
          ok great, much appreciated                | THANKS
          thank you, that fixed it                  | THANKS
          no thanks I'm good                        | NOTHING_ELSE
          no                                        | NOTHING_ELSE
          That's all for now                        | NOTHING_ELSE
          no more questions                         | NOTHING_ELSE
          nothing else                              | NOTHING_ELSE
          moikka!                                   | FAREWELL
          Kiitos ja hyvää päivänjatkoa              | FAREWELL
          nakemiin                                  | FAREWELL
          kiitoksia avusta                          | THANKS
          kiiitos                                   | THANKS
          ei muuta, kiitos                          | THANKS
          ei muuta                                  | NOTHING_ELSE
          Siinä kaikki                              | NOTHING_ELSE
          до побачення                              | FAREWELL
          Гарного вам дня!                          | FAREWELL
          бувайте, дякую                            | FAREWELL
          дуже дякую за допомогу                    | THANKS
          дякуюю                                    | THANKS
          ні, це все                                | NOTHING_ELSE
          Farvel og tak                             | FAREWELL
          hav en god dag                            | FAREWELL
          vi ses                                    | FAREWELL
          mange tak for hjælpen                     | THANKS
          nej tak                                   | NOTHING_ELSE
          det var alt                               | NOTHING_ELSE
          hejdå                                     | FAREWELL
          Ha en bra dag!                            | FAREWELL
          tack så mycket för hjälpen                | THANKS
          TACK                                      | THANKS
          nej tack, det var allt                    | NOTHING_ELSE
          Tschüss                                   | FAREWELL
          tschuss                                   | FAREWELL
          Auf Wiedersehen und vielen Dank           | FAREWELL
          Schönen Tag noch                          | FAREWELL
          Vielen Dank für die schnelle Hilfe        | THANKS
          danke schön                               | THANKS
          okay see you late r good bye              | FAREWELL
          have a great rest of your day             | FAREWELL
          Thanks Ayaan, goodbye                     | FAREWELL
          kiitos Veikkonen, hei hei                 | FAREWELL
          дякую пане Коваль, до побачення           | FAREWELL
          danke Frau Schlüter, tschüss              | FAREWELL
          nein danke                                | NOTHING_ELSE
          das war alles                             | NOTHING_ELSE
          """)
  void anEndingIsRecognised(String text, ClosingKind kind) {
    assertThat(Words.standard().closing(text)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "...",
        "ok",
        "thanks, and the blue one?",
        "thanks?",
        "thanks but it still does not work",
        "thanks I need one more",
        "no it is broken",
        "no refund",
        "I want to buy",
        "ok buy it for me",
        "ok buy two",
        "yes thanks",
        "yes please",
        "thanks that did not fix it",
        "bye the way where is my parcel",
        "see you at 9",
        "Paris bye",
        "flight to paris bye",
        "cancel it, goodbye",
        "it never came, bye",
        "thanks order 12 more bye",
        "nice red shoes ok buy",
        "goodbye blue jacket",
        "thanks for the invoice 4711, it is wrong",
        "is that all",
        "that's all wrong",
        "have a nice day delivery",
        "Guten Tag",
        "Guten Abend",
        "hei",
        "Добрий день",
        "Доброго дня",
        "hej",
        "God morgen",
        "God kväll",
        "kiitos mutta se ei toimi",
        "joo kiitos",
        "дякую, а коли доставка",
        "tak men hvor er pakken",
        "tack men var är paketet",
        "danke aber wo ist mein Paket",
        "nein das ist falsch"
      })
  void anythingElseIsNone(String text) {
    assertThat(Words.standard().closing(text)).isEmpty();
  }
}
