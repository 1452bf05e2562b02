package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.AsksHowLong;
import io.threadbridge.slack.SlackHappening.PressedOnce;
import io.threadbridge.slack.SlackWords.Word;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is shown to one person in answer to a press: the modal that asks for how long, what is
/// wrong with what they wrote in it, and a button that has done its work and goes.
final class SlackDialogs {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDialogs.class);

  private final SlackCalls calls;
  private final SlackHints hints;
  private final Function<DeskRef, SlackWords> words;
  private final Executor aside;

  /// @param aside where a button is taken away: an acknowledgement does not wait for it
  SlackDialogs(
      SlackCalls calls, SlackHints hints, Function<DeskRef, SlackWords> words, Executor aside) {
    this.calls = calls;
    this.hints = hints;
    this.words = words;
    this.aside = aside;
  }

  /// Opens the modal, at once: the trigger is good for 3 s. Where that fails, its maker is told how
  /// to say it in the thread.
  void ask(AsksHowLong asks) {
    DeskRef desk = desk(asks.thread().channel());
    SlackReply<ViewsOpenResponse> reply =
        calls.quick(
            client ->
                client.viewsOpen(
                    request ->
                        request
                            .triggerId(asks.trigger())
                            .view(BackInModal.of(asks.thread(), words.apply(desk)))));
    if (!(reply instanceof SlackReply.Fine<ViewsOpenResponse>)) {
      LOG.warn("A modal could not be opened: {}", reply.getClass().getSimpleName());
      ThreadRef thread = new ThreadRef(asks.thread().thread());
      Staff person = new Staff("slack:" + asks.user(), "", Optional.empty());
      hints.tell(desk, thread, person, Word.BACK_USAGE);
    }
  }

  /// The modal says what is wrong and stays.
  JsonObject misread(Place thread) {
    return BackInModal.wrong(words.apply(desk(thread.channel())).of(Word.BACK_ERROR));
  }

  /// The modal says that something of ours is away, and stays.
  JsonObject away(String channel) {
    return BackInModal.wrong(words.apply(desk(channel)).of(Word.TRY_AGAIN));
  }

  /// Takes a button away that has done its work. If that fails it stays, and a second press of it
  /// finds that everything is done.
  void isDone(PressedOnce pressed) {
    JsonObject message = new JsonObject();
    if (pressed.blocks().isEmpty()) {
      message.addProperty("delete_original", true);
    } else {
      JsonArray blocks = new JsonArray();
      pressed.blocks().forEach(blocks::add);
      message.addProperty("replace_original", true);
      message.addProperty("text", pressed.text());
      message.add("blocks", blocks);
    }
    aside.execute(() -> calls.respond(pressed.responseUrl(), message));
  }

  private static DeskRef desk(String channel) {
    return new DeskRef("slack:" + channel);
  }
}
