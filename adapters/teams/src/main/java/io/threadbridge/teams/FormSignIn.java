package io.threadbridge.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// The same question as [MicrosoftSignIn]'s, as the plain form that it is: for a sign-in that is
/// not Microsoft's, such as a pretended one on this machine.
final class FormSignIn implements SignIn {
  private static final long BODY_BYTES_MAX = 64L * 1024;

  private final TeamsSettings settings;
  private final OkHttpClient http;
  private final ObjectMapper mapper = TeamsMapper.create();

  FormSignIn(TeamsSettings settings, OkHttpClient http) {
    this.settings = settings;
    this.http = http.newBuilder().callTimeout(TeamsCredentials.PATIENCE).build();
  }

  @Override
  public Token ask(String scope) throws NotSent {
    URI address = settings.loginUrl().resolve(settings.tenantId() + "/oauth2/v2.0/token");
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", settings.appId())
            .add("client_secret", settings.appSecret().orElse(""))
            .add("scope", scope)
            .build();
    Request request = new Request.Builder().url(address.toString()).post(form).build();
    try (Response response = http.newCall(request).execute()) {
      return read(response.code(), response.peekBody(BODY_BYTES_MAX).string());
    } catch (NotSent e) {
      throw e;
    } catch (IOException e) {
      throw new NotSent(TeamsErrors.noSignIn(e.getClass().getSimpleName()));
    }
  }

  private Token read(int status, String body) throws NotSent {
    JsonNode answer = tree(body);
    String token = answer.path("access_token").asText("");
    long seconds = answer.path("expires_in").asLong(0);
    if (status == 200 && !token.isEmpty() && seconds > 0) {
      return new Token(token, Duration.ofSeconds(seconds));
    }
    if (status >= 400 && status < 500 && answer.has("error")) {
      throw new NotSent(
          TeamsErrors.signIn(
              answer.path("error").asText(""), answer.path("error_description").asText("")));
    }
    throw new NotSent(TeamsErrors.noSignIn("HTTP " + status));
  }

  private JsonNode tree(String body) throws NotSent {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException _) {
      throw new NotSent(TeamsErrors.noSignIn("unreadable answer"));
    }
  }
}
