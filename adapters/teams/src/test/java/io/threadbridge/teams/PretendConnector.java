package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Notebook;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A connector, a sign-in and a Graph that answer as a test tells them to, and remember what they
/// were asked.
final class PretendConnector implements AutoCloseable {
  static final String TENANT = "0b1ec700-0000-4000-8000-0000000000ff";
  static final String TOKEN_PATH = "/login/" + TENANT + "/oauth2/v2.0/token";

  /// Where the program itself is reached.
  static final URI PUBLIC = URI.create("https://chat.example");

  private static final String SERVICE = "/teams/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Notes that last as long as the test.
  static final class Notes implements Notebook {
    private final Map<String, String> notes = new HashMap<>();

    @Override
    public Optional<String> read(String adapter, String key) {
      return Optional.ofNullable(notes.get(adapter + "/" + key));
    }

    @Override
    public void write(String adapter, String key, String value) {
      notes.put(adapter + "/" + key, value);
    }
  }

  final Notes notes = new Notes();
  final List<String> roots = new ArrayList<>();
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().asynchronousResponseEnabled(true));

  PretendConnector() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(refusal(404, "ConversationNotFound")));
    signIn(okJson("{\"access_token\":\"first\",\"expires_in\":3600}"));
  }

  /// Writes down what stands at a channel's root.
  final class Roots implements RootWatch {
    @Override
    public void opened(String channel, String root) {
      roots.add("opened " + channel + " " + root);
    }

    @Override
    public void lost(String channel) {
      roots.add("lost " + channel);
    }

    @Override
    public void called(String channel, String root, DeskRef desk, ThreadRef thread) {
      roots.add("called " + channel + " " + root + " to " + thread.value());
    }

    @Override
    public void announced(String channel, String root) {
      roots.add("announced " + channel + " " + root);
    }
  }

  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  TeamsSettings settings() {
    return new TeamsSettings(
        "app-id",
        Optional.of("hush"),
        TENANT,
        URI.create(base() + "/login/"),
        URI.create(base() + "/keys"),
        Set.of("127.0.0.1:" + server.port()),
        Optional.of(URI.create(base() + "/graph/")));
  }

  /// A workspace that Teams has called already.
  TeamsWorkspace workspace(InstantSource clock, boolean hears, Patience patience) {
    notes.write("teams", "service-url", base() + SERVICE);
    return new TeamsWorkspace(
        settings(),
        PUBLIC,
        notes,
        clock,
        _ -> TeamsWords.Word::key,
        _ -> hears,
        new Roots(),
        patience);
  }

  static ResponseDefinitionBuilder refusal(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}");
  }

  static ResponseDefinitionBuilder created(String json) {
    return okJson(json).withStatus(201);
  }

  /// What the connector answers to a method at a path behind `v3/`.
  void answers(String method, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(request(method, urlPathEqualTo(SERVICE + "v3/" + path)).willReturn(answer));
  }

  /// What it answers to those who bear this token.
  void answersTo(String token, String method, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(
        request(method, urlPathEqualTo(SERVICE + "v3/" + path))
            .withHeader("Authorization", equalTo("Bearer " + token))
            .willReturn(answer));
  }

  void signIn(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathEqualTo(TOKEN_PATH)).willReturn(answer));
  }

  void graph(ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlPathEqualTo("/graph/v1.0/communications/getPresencesByUserId")).willReturn(answer));
  }

  /// What was asked, in order, as `POST conversations/…`.
  List<String> asked() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest())
        .filter(each -> each.getUrl().startsWith(SERVICE))
        .map(each -> each.getMethod() + " " + each.getUrl().substring(SERVICE.length() + 3))
        .toList();
  }

  /// What the sign-in was asked, in order.
  List<String> signIns() {
    return server.getAllServeEvents().reversed().stream()
        .filter(event -> event.getRequest().getUrl().equals(TOKEN_PATH))
        .map(event -> event.getRequest().getBodyAsString())
        .toList();
  }

  /// The last body that was sent, of those that have one.
  JsonNode body() {
    return bodies().getLast();
  }

  List<JsonNode> bodies() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest())
        .filter(each -> each.getUrl().startsWith(SERVICE) && !each.getBodyAsString().isEmpty())
        .map(PretendConnector::tree)
        .toList();
  }

  private static JsonNode tree(LoggedRequest request) {
    return tree(request.getBodyAsString());
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /// The card of an activity.
  static JsonNode card(JsonNode activity) {
    return activity.path("attachments").path(0).path("content");
  }

  @Override
  public void close() {
    server.stop();
  }
}
