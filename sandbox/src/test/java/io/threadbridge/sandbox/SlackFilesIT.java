package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.slack.SandboxIds.ANNA;
import static io.threadbridge.sandbox.slack.SandboxIds.BOT_TOKEN;
import static io.threadbridge.sandbox.slack.SandboxIds.GUEST;
import static io.threadbridge.sandbox.slack.SandboxIds.WEBSITE_CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.File;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What posts show of files, and when they show it no more.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackFilesIT {
  private SandboxApplication.Running sandbox;
  private Hands hands;
  private MethodsClient api;

  @BeforeAll
  void start() {
    sandbox = SandboxApplication.start();
    hands = new Hands(sandbox.address());
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
    config.setStatsEnabled(false);
    api = Slack.getInstance(config).methods(BOT_TOKEN);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    hands.post("reset", Json.object());
  }

  private File upload(String name) throws IOException, SlackApiException {
    return api.filesUploadV2(r -> r.filename(name).fileData(new byte[] {1, 2, 3}).title(name))
        .getFile();
  }

  private ChatPostMessageResponse image(String file) throws IOException, SlackApiException {
    String blocks =
        "[{\"type\":\"image\",\"alt_text\":\"a\",\"slack_file\":{\"id\":\"" + file + "\"}}]";
    return api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).text("a").blocksAsString(blocks));
  }

  private JsonNode shown(String ts) {
    return hands
        .get("messages?channel=" + WEBSITE_CHAT)
        .path("messages")
        .valueStream()
        .filter(message -> Json.text(message, "ts").equals(ts))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFileIsSharedByItsPermalinkUnderItsOwnersNameAlone() throws Exception {
    String link = upload("list.pdf").getPermalink();

    String ts =
        api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).text("<" + link + "|list>")).getTs();
    String named =
        api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).text(link).username("Andriy")).getTs();

    assertThat(shown(ts).path("files").path(0).path("name").asString("")).isEqualTo("list.pdf");
    assertThat(shown(named).has("files")).isFalse();
  }

  @Test
  void anImageNeedsAPictureThatIsThere() throws Exception {
    assertThat(image(upload("a.png").getId()).isOk()).isTrue();
    assertThat(image(upload("list.pdf").getId()).getError()).isEqualTo("invalid_blocks");
    assertThat(image("F0NONE").getError()).isEqualTo("invalid_blocks");
  }

  @Test
  void aHomeShowsPicturesThatAreThereToTheirPersonAlone() throws Exception {
    String picture = upload("a.png").getId();

    assertThat(home(picture).isOk()).isTrue();
    assertThat(home(upload("list.pdf").getId()).getError()).isEqualTo("invalid_arguments");
    assertThat(home("F0NONE").getError()).isEqualTo("invalid_arguments");

    assertThat(homeOf(ANNA).toString()).contains(picture);
    assertThat(homeOf(GUEST).isNull()).isTrue();
  }

  private ViewsPublishResponse home(String file) throws IOException, SlackApiException {
    String view =
        "{\"type\":\"home\",\"blocks\":[{\"type\":\"image\",\"alt_text\":\"a\",\"slack_file\":{\"id\":\""
            + file
            + "\"}}]}";
    return api.viewsPublish(r -> r.userId(ANNA).viewAsString(view));
  }

  private JsonNode homeOf(String person) {
    return hands.post("home", Json.object().put("as", person)).path("view");
  }

  @Test
  void aDeletedFileLeavesATombstoneAndNoBytes() throws Exception {
    File file = upload("list.pdf");
    String link = file.getPermalink();
    String ts = api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).text(link)).getTs();

    assertThat(api.filesDelete(r -> r.file(file.getId())).isOk()).isTrue();

    assertThat(shown(ts).path("files").path(0).path("mode").asString("")).isEqualTo("tombstone");
    assertThat(api.filesInfo(r -> r.file(file.getId())).getError()).isEqualTo("file_deleted");
    assertThat(api.filesDelete(r -> r.file(file.getId())).getError()).isEqualTo("file_deleted");
    assertThat(hands.raw(withToken(file.getUrlPrivateDownload())).statusCode()).isEqualTo(404);
  }

  @Test
  void peopleDeleteTheirOwnFiles() throws Exception {
    ObjectNode wish = Json.object().put("as", ANNA).put("text", "");
    ObjectNode file = wish.putArray("files").addObject().put("name", "plan.png");
    file.put("base64", Base64.getEncoder().encodeToString(new byte[] {1, 2}));
    JsonNode posted = hands.post("post", wish).path("message");
    String id = posted.path("files").path(0).path("id").asString("");

    assertThat(api.filesDelete(r -> r.file(id)).getError()).isEqualTo("cant_delete_file");
    hands.post("delete-file", Json.object().put("as", ANNA).put("file", id));

    JsonNode left = shown(Json.text(posted, "ts")).path("files").path(0);
    assertThat(left.path("mode").asString("")).isEqualTo("tombstone");
  }

  @Test
  void withoutTheRightToReadFilesThereIsAPageToSignInOn() throws Exception {
    File file = upload("list.pdf");
    ObjectNode wish = Json.object();
    wish.putArray("remove").add("files:read");
    hands.post("scopes", wish);

    assertThat(hands.raw(withToken(file.getUrlPrivateDownload())).body()).contains("Sign in");
    assertThat(api.filesInfo(r -> r.file(file.getId())).getError()).isEqualTo("missing_scope");
  }

  private static HttpRequest withToken(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + BOT_TOKEN)
        .build();
  }
}
