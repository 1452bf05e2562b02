package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.threadbridge.teams.PretendConnector.refusal;
import static io.threadbridge.teams.TeamsSamples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.TeamsPeople.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who somebody is, and who is there.
class TeamsRosterIT {
  private static final TeamsPlace PLACE = TeamsPlace.of(DESK);
  private static final String MEMBERS = "conversations/" + TeamsSamples.TEAM + "/members/";
  private static final String PAGED = "conversations/" + TeamsSamples.TEAM + "/pagedmembers";
  static final String TWO =
      """
      {"members":[
       {"id":"29:anna","name":"Anna Virtanen","objectId":"a1","tenantId":"%1$s","userRole":"user"},
       {"id":"29:gus","name":"Gus","objectId":"d1","tenantId":"%1$s","userRole":"guest"},
       {"id":"29:ben","givenName":"Ben","surname":"Olsen","aadObjectId":"b1","tenantId":"%1$s"}]}
      """
          .formatted(PretendConnector.TENANT);

  private final PretendConnector connector = new PretendConnector();
  private final AtomicReference<Instant> now = new AtomicReference<>(TeamsSamples.NOW);
  private final TeamsWorkspace workspace = connector.workspace(now::get, true, Patience.USUAL);

  @AfterEach
  void stop() {
    connector.close();
  }

  private static String member(String tenant, String role, String principal) {
    return """
        {"id":"29:anna","objectId":"a1","name":"Anna Virtanen","tenantId":"%s","userRole":"%s",
         "userPrincipalName":"%s"}"""
        .formatted(tenant, role, principal);
  }

  @ParameterizedTest
  @CsvSource({
    "ours, user, anna@shop.example, MEMBER",
    "ours, owner, anna@shop.example, MEMBER",
    "ours, guest, anna@shop.example, GUEST",
    "ours, user, anna_x.example#EXT#@shop.example, GUEST",
    "ours, anonymous, '', EXTERNAL",
    "theirs, user, anna@partner.example, EXTERNAL",
    "'', user, anna@shop.example, EXTERNAL"
  })
  void onlyFullMembersOfTheFirmsTenantAreMembers(
      String tenant, String role, String principal, Standing standing) {
    String id = tenant.equals("ours") ? PretendConnector.TENANT : tenant;
    connector.answers("GET", MEMBERS + "29:anna", okJson(member(id, role, principal)));
    Person person = workspace.people().person(PLACE, "29:anna");
    assertThat(person.standing()).isEqualTo(standing);
    assertThat(person.staff().id()).isEqualTo("teams:a1");
    assertThat(person.staff().name()).isEqualTo("Anna Virtanen");
  }

  @Test
  void aPersonIsAskedForOnceInTenMinutes() {
    connector.answers(
        "GET", MEMBERS + "29:anna", okJson(member(PretendConnector.TENANT, "user", "")));
    Person first = workspace.people().person(PLACE, "29:anna");
    assertThat(workspace.people().person(PLACE, "29:anna")).isEqualTo(first);
    assertThat(connector.asked()).hasSize(1);
    now.set(TeamsSamples.NOW.plus(TeamsMembers.KEEP));
    assertThat(workspace.people().person(PLACE, "29:anna")).isEqualTo(first);
    assertThat(connector.asked()).hasSize(2);
  }

  @Test
  void whoeverIsNotInTheTeamIsOfAnotherFirmAndABotIsABot() {
    connector.answers("GET", MEMBERS + "29:x", refusal(404, "MemberNotFoundInConversation"));
    assertThat(workspace.people().person(PLACE, "29:x").standing()).isEqualTo(Standing.EXTERNAL);
    assertThat(workspace.people().person(PLACE, "28:bot").standing()).isEqualTo(Standing.BOT);
  }

  @ParameterizedTest
  @CsvSource({"500", "429", "403", "404", "200", "401"})
  void whereTeamsDoesNotSayWhatTheyDidMustComeAgain(int status) {
    connector.answers("GET", MEMBERS + "29:anna", aResponse().withStatus(status));
    if (status == 404) {
      connector.answers("GET", MEMBERS + "29:anna", refusal(404, "ConversationNotFound"));
    }
    assertThatThrownBy(() -> workspace.people().person(PLACE, "29:anna"))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void whoIsThereIsAskedOfGraphForTheFullMembersAlone() {
    connector.answers("GET", PAGED, okJson(TWO));
    connector.graph(
        okJson(
            """
            {"value":[{"id":"a1","availability":"Busy"},{"id":"b1","availability":"Away"},
             {"id":"d1","availability":"Available"}]}"""));
    StaffPresence presence = workspace.presence();
    assertThat(presence.present(DESK))
        .hasValueSatisfying(there -> assertThat(there).containsExactly("teams:a1"));
    connector.graph(okJson("{\"value\":[]}"));
    assertThat(presence.present(DESK))
        .hasValueSatisfying(there -> assertThat(there).containsExactly("teams:a1"));
    now.set(TeamsSamples.NOW.plus(TeamsPresence.FRESH));
    assertThat(presence.present(DESK)).hasValueSatisfying(there -> assertThat(there).isEmpty());
    assertThat(connector.signIns()).hasSize(2).last().asString().contains("graph.microsoft.com");
  }

  @Test
  void withoutThePermissionNobodyIsKnownToBeThereAndTheMendIsSaid() {
    connector.answers("GET", PAGED, okJson(TWO));
    connector.graph(refusal(403, "Forbidden"));
    assertThat(workspace.presence().present(DESK)).isEmpty();
    assertThat(workspace.health().facts().troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.mend()).contains("Presence.Read.All"));
    now.set(TeamsSamples.NOW.plus(Duration.ofMinutes(2)));
    connector.graph(okJson("{\"value\":[]}"));
    assertThat(workspace.presence().present(DESK)).isPresent();
    assertThat(workspace.health().facts().troubles()).isEmpty();
  }

  @Test
  void whereTheTeamIsNotKnownNobodyIsKnownToBeAway() {
    connector.graph(okJson("{\"value\":[]}"));
    assertThat(workspace.presence().present(DESK)).isEmpty();
    assertThat(workspace.presence().present(new DeskRef("slack:C0"))).isEmpty();
  }
}
