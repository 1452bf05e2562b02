package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Web API that answers as a test tells it to, and remembers what it was asked.
final class PretendApi implements AutoCloseable {
  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  PretendApi() {
    server.start();
  }

  SlackSettings settings(boolean visitorAsAuthor) {
    return new SlackSettings(
        "xoxb-test",
        Optional.of("xapp-test"),
        Optional.of("hush"),
        URI.create("http://127.0.0.1:" + server.port() + "/api"),
        visitorAsAuthor);
  }

  void answers(String method, String json) {
    answers(method, okJson(json));
  }

  void answers(String method, ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlEqualTo("/api/" + method)).willReturn(answer));
  }

  /// Answers so where a call's form contains a text.
  void answersWhere(String method, String form, String json) {
    server.stubFor(
        post(urlEqualTo("/api/" + method))
            .withRequestBody(containing(form))
            .willReturn(okJson(json)));
  }

  void answersStatus(String method, int status) {
    answers(method, aResponse().withStatus(status));
  }

  /// Answers at a path of its own, and says its address.
  String answersAt(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlEqualTo(path)).willReturn(answer));
    return "http://127.0.0.1:" + server.port() + path;
  }

  /// Serves a path, and says its address.
  String serves(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo(path)).willReturn(answer));
    return "http://127.0.0.1:" + server.port() + path;
  }

  /// Serves a path, first so and from then on otherwise, and says its address.
  String servesOnceThen(
      String path, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    server.stubFor(
        get(urlEqualTo(path))
            .inScenario(path)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("asked"));
    server.stubFor(
        get(urlEqualTo(path)).inScenario(path).whenScenarioStateIs("asked").willReturn(then));
    return "http://127.0.0.1:" + server.port() + path;
  }

  /// What was said to authorize each GET of a path, in order; empty if nothing was.
  List<String> authorizations(String path) {
    return server.findAll(getRequestedFor(urlEqualTo(path))).stream()
        .map(
            request ->
                request.containsHeader("Authorization") ? request.getHeader("Authorization") : "")
        .toList();
  }

  /// What was posted to a path, in order, as bytes.
  List<LoggedRequest> posts(String path) {
    return server.findAll(postRequestedFor(urlEqualTo(path)));
  }

  /// What was posted to a path, in order.
  List<String> bodies(String path) {
    return server.findAll(postRequestedFor(urlEqualTo(path))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  /// The parameters of each call of a method, in order.
  List<Map<String, String>> calls(String method) {
    return server.findAll(postRequestedFor(urlEqualTo("/api/" + method))).stream()
        .map(PretendApi::form)
        .toList();
  }

  static Map<String, String> form(LoggedRequest request) {
    Map<String, String> form = new HashMap<>();
    for (String pair : request.getBodyAsString().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        form.put(pair.substring(0, equals), value);
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop();
  }
}
