package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.slack.SlackHappening.Commanded;
import io.threadbridge.slack.SlackWords.Word;
import java.util.function.Function;

/// Answers `/chat`, so that only the asker sees it. Slack never sends a command again: whatever
/// goes wrong is the answer.
final class SlackCommandDesk {
  private final SlackDoors doors;
  private final SlackPeople people;
  private final Function<DeskRef, SlackWords> words;

  SlackCommandDesk(SlackDoors doors, SlackPeople people, Function<DeskRef, SlackWords> words) {
    this.doors = doors;
    this.people = people;
    this.words = words;
  }

  /// The answer, as Slack takes it with the acknowledgement.
  JsonObject answer(Commanded command, SlackIdentity self) {
    DeskRef desk = new DeskRef("slack:" + command.channel());
    SlackWords here = words.apply(desk);
    if (!doors.isDesk().test(desk)) {
      return privately(here.of(Word.NO_DESK));
    }
    try {
      return privately(run(command, desk, here, self));
    } catch (StoreUnavailable _) {
      return privately(here.of(Word.TRY_AGAIN));
    }
  }

  private String run(Commanded command, DeskRef desk, SlackWords here, SlackIdentity self) {
    if (command.foreign()) {
      return here.of(Word.NOT_ALLOWED);
    }
    SlackPeople.Person person = people.person(command.user(), self);
    return person.standing() == Standing.MEMBER
        ? doors.commands().run(desk, person.staff(), command.words())
        : here.of(Word.NOT_ALLOWED);
  }

  private static JsonObject privately(String text) {
    JsonElement blocks = GsonFactory.createSnakeCase().toJsonTree(Blocks.words(0, text));
    JsonObject answer = new JsonObject();
    answer.addProperty("response_type", "ephemeral");
    answer.addProperty("text", SlackText.fallback(text));
    answer.add("blocks", blocks instanceof JsonArray ? blocks : new JsonArray());
    return answer;
  }
}
