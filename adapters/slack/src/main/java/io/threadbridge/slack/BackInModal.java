package io.threadbridge.slack;

import com.google.gson.JsonObject;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.threadbridge.bridge.recognition.PromiseTime;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import io.threadbridge.slack.SlackHappening.MisreadHowLong;
import io.threadbridge.slack.SlackHappening.Nothing;
import io.threadbridge.slack.SlackWords.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Asks somebody for how long they are away, where none of the menu's times fits.
final class BackInModal {
  /// Under this name its answer comes back.
  static final String NAME = "threadbridge.back-in.other";

  private static final String FIELD = "threadbridge.how-long";
  private static final int TITLE_MAX = 24;
  private static final int ANSWER_MAX = 40;

  private BackInModal() {}

  static View of(Place thread, SlackWords words) {
    PlainTextInputElement answer =
        PlainTextInputElement.builder().actionId(FIELD).maxLength(ANSWER_MAX).build();
    InputBlock question =
        InputBlock.builder()
            .blockId(FIELD)
            .label(Blocks.plain(words.of(Word.BACK_QUESTION), SlackText.HEADER_MAX))
            .hint(Blocks.plain(words.of(Word.BACK_HINT), SlackText.HEADER_MAX))
            .element(answer)
            .build();
    return View.builder()
        .type("modal")
        .callbackId(NAME)
        .privateMetadata(thread.written())
        .title(ViewTitle.builder().type("plain_text").text(title(words, Word.BACK_TITLE)).build())
        .submit(
            ViewSubmit.builder().type("plain_text").text(title(words, Word.BACK_SUBMIT)).build())
        .close(ViewClose.builder().type("plain_text").text(title(words, Word.CANCEL)).build())
        .blocks(List.of(question))
        .build();
  }

  private static String title(SlackWords words, Word word) {
    return SlackText.cut(words.of(word), TITLE_MAX);
  }

  /// What somebody answered. The payload has no moment of its own: the promise begins when it is
  /// taken in.
  static SlackHappening submitted(JsonObject payload, SlackIdentity self) {
    JsonObject view = SlackJson.object(payload, "view");
    Optional<Place> thread = Place.read(SlackJson.text(view, "private_metadata"));
    if (!SlackJson.text(view, "callback_id").equals(NAME) || thread.isEmpty()) {
      return new Nothing("a modal that is not ours");
    }
    JsonObject values = SlackJson.object(SlackJson.object(view, "state"), "values");
    JsonObject field = SlackJson.object(SlackJson.object(values, FIELD), FIELD);
    return PromiseTime.written(SlackJson.text(field, "value"))
        .<SlackHappening>map(length -> promised(payload, thread.get(), length, self))
        .orElseGet(() -> new MisreadHowLong(thread.get()));
  }

  private static SlackHappening.SaidHowLong promised(
      JsonObject payload, Place thread, Duration length, SlackIdentity self) {
    JsonObject person = SlackJson.object(payload, "user");
    String user = SlackJson.text(person, "id");
    String view = SlackJson.text(SlackJson.object(payload, "view"), "id");
    InThread act =
        new InThread(
            SlackTranslator.id(thread.channel(), thread.thread(), "modal:" + user + ":" + view),
            thread.channel(),
            thread.thread(),
            true,
            user,
            SlackTranslator.isForeign(SlackJson.text(person, "team_id"), self),
            Instant.MAX,
            new Act.BackIn(length));
    return new SlackHappening.SaidHowLong(act);
  }

  /// The answer to a submission that shows what is wrong, in the modal.
  static JsonObject wrong(String why) {
    JsonObject errors = new JsonObject();
    errors.addProperty(FIELD, why);
    JsonObject answer = new JsonObject();
    answer.addProperty("response_action", "errors");
    answer.add("errors", errors);
    return answer;
  }
}
