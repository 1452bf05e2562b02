package io.threadbridge.teams;

import static io.threadbridge.teams.PretendConnector.card;
import static io.threadbridge.teams.PretendConnector.created;
import static io.threadbridge.teams.PretendConnector.refusal;
import static io.threadbridge.teams.TeamsSamples.ANNA;
import static io.threadbridge.teams.TeamsSamples.ANNA_ID;
import static io.threadbridge.teams.TeamsSamples.DESK;
import static io.threadbridge.teams.TeamsSamples.POST;
import static io.threadbridge.teams.TeamsSamples.THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Private messages: each in its person's own chat with the app.
class TeamsAsideIT {
  private static final String CREATE = "POST conversations";
  private static final String GROUP = "GET teams/" + TeamsSamples.TEAM;
  private static final String POSTED = "{\"id\":\"" + POST.value() + "\"}";

  private final PretendConnector connector = new PretendConnector();
  private final TeamsWorkspace workspace =
      connector.workspace(InstantSource.fixed(TeamsSamples.NOW), true, Patience.USUAL);
  private final TeamChat chat = workspace.chat();

  @BeforeEach
  void aChatCanBeMade() {
    connector.answers("POST", "conversations", created("{\"id\":\"a:anna\"}"));
    connector.answers("POST", "conversations/a:anna/activities", created(POSTED));
  }

  @AfterEach
  void stop() {
    connector.close();
  }

  @Test
  void aPersonIsToldInTheirOwnChatWhichIsMadeOnce() {
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isEqualTo(new Delivery.Done(POST));
    assertThat(connector.asked())
        .containsExactly(GROUP, CREATE, "POST conversations/a:anna/activities");
    JsonNode made = connector.bodies().getFirst();
    assertThat(made.path("isGroup").asBoolean(true)).isFalse();
    assertThat(made.path("members").path(0).path("id").asText("")).isEqualTo(ANNA_ID);
    assertThat(made.path("tenantId").asText("")).isEqualTo(PretendConnector.TENANT);
    assertThat(made.has("activity")).isFalse();
    assertThat(chat.hint(DESK, THREAD, ANNA, "Look again")).isInstanceOf(Delivery.Done.class);
    assertThat(connector.asked()).hasSize(4);
  }

  @Test
  void aChatIsKnownAfterARestart() {
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isInstanceOf(Delivery.Done.class);
    TeamChat restarted =
        connector.workspace(InstantSource.fixed(TeamsSamples.NOW), true, Patience.USUAL).chat();
    assertThat(restarted.tell(DESK, THREAD, ANNA, "Look")).isInstanceOf(Delivery.Done.class);
    assertThat(connector.asked()).filteredOn(CREATE::equals).hasSize(1);
  }

  @Test
  void aPrivateMessageSaysWhoseConversationItIsAboutAndLinksIt() {
    assertThat(chat.showCard(DESK, THREAD, TeamsSamples.card("Andriy", "hello")))
        .isEqualTo(new Delivery.ThreadGone());
    assertThat(chat.callPerson(DESK, THREAD, ANNA, "Can you take it?", TeamsSamples.TAKE))
        .isInstanceOf(Delivery.Done.class);
    JsonNode activity = connector.body();
    JsonNode card = card(activity);
    CardRules.check(card);
    assertThat(card.toString()).contains("🌐 Andriy", "Can you take it?", "parentMessageId");
    assertThat(activity.path("summary").asText("")).isEqualTo("Andriy: Can you take it?");
    assertThat(activity.path("channelData").path("notification").path("alert").asBoolean())
        .isTrue();
    assertThat(TeamsDeed.read(card.path("actions").path(0).path("data")))
        .contains(new TeamsDeed("TAKE", DESK, Optional.of(THREAD), Optional.empty()));
  }

  @Test
  void aChatThatIsGoneIsMadeAnewOnce() {
    connector.notes.write("teams", "chat:" + ANNA_ID, "a:old");
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isEqualTo(new Delivery.Done(POST));
    assertThat(connector.asked())
        .containsExactly(
            GROUP,
            "POST conversations/a:old/activities",
            CREATE,
            "POST conversations/a:anna/activities");
    connector.answers("POST", "conversations/a:anna/activities", refusal(404, "Gone"));
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isEqualTo(new Delivery.Refused("Gone"));
    assertThat(connector.asked()).filteredOn(CREATE::equals).hasSize(2);
  }

  @Test
  void whoeverHasNotTheAppIsRefusedAndNamed() {
    connector.answers("POST", "conversations", refusal(403, "BotNotInConversationRoster"));
    assertThat(chat.callPerson(DESK, THREAD, ANNA, "Can you?", TeamsSamples.TAKE))
        .isEqualTo(new Delivery.Refused("BotNotInConversationRoster"));
    assertThat(workspace.health().facts().troubles())
        .extracting(TeamsHealth.Trouble::where)
        .containsExactly("person " + ANNA_ID);
  }

  @Test
  void thatAnOutsiderHasNotTheAppIsNothingToMend() {
    connector.answers("POST", "conversations", refusal(403, "BotNotInConversationRoster"));
    workspace.speech().hint(DESK, THREAD, ANNA, "Only members can write to visitors");
    assertThat(connector.asked()).contains(CREATE);
    assertThat(workspace.health().facts().troubles()).isEmpty();
  }

  @Test
  void aMessageThatIsPerhapsSentIsUnknownButAChatMayBeMadeTwice() {
    connector.answers("POST", "conversations", refusal(502, "BadGateway"));
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isInstanceOf(Delivery.Later.class);
    connector.answers("POST", "conversations", created("{\"id\":\"a:anna\"}"));
    connector.answers("POST", "conversations/a:anna/activities", refusal(502, "BadGateway"));
    assertThat(chat.tell(DESK, THREAD, ANNA, "Look")).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void theWriterOfANoteIsToldThatItStaysWithTheStaff() {
    assertThat(chat.confirmNote(DESK, THREAD, POST, ANNA, "This stays here"))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(card(connector.body()).toString()).contains("This stays here");
  }

  @Test
  void somebodyOfAnotherPlatformIsNotTold() {
    Staff ben = new Staff("slack:U0BEN", "Ben", Optional.empty());
    assertThat(chat.tell(DESK, THREAD, ben, "Look")).isInstanceOf(Delivery.Refused.class);
    assertThat(connector.asked()).isEqualTo(List.of());
  }
}
