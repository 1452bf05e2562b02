package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.teams.SignIn.Token;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Microsoft's own library, led to a pretended sign-in: it takes none but addresses over TLS.
class MicrosoftSignInIT {
  private final PretendConnector connector = new PretendConnector();
  private final List<HttpUrl> meant = new ArrayList<>();

  @AfterEach
  void stop() {
    connector.close();
  }

  private MicrosoftSignIn signIn(Optional<String> secret) {
    OkHttpClient led = BearerCalls.plainClient(true).newBuilder().addInterceptor(this::led).build();
    TeamsSettings settings =
        new TeamsSettings(
            "app-id",
            secret,
            PretendConnector.TENANT,
            TeamsSettings.LOGIN,
            TeamsSettings.OPEN_ID,
            Set.of(TeamsSettings.SERVICE_HOST),
            Optional.empty());
    // The library reckons with the machine's own clock.
    return new MicrosoftSignIn(settings, led, InstantSource.system());
  }

  private Response led(Interceptor.Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    meant.add(url);
    URI base = URI.create(connector.base());
    HttpUrl here =
        url.newBuilder()
            .scheme("http")
            .host(base.getHost())
            .port(base.getPort())
            .encodedPath("/login" + url.encodedPath())
            .build();
    return chain.proceed(chain.request().newBuilder().url(here).build());
  }

  @Test
  void theTenantIsAskedWithTheSecret() throws NotSent {
    connector.signIn(
        okJson("{\"token_type\":\"Bearer\",\"access_token\":\"real\",\"expires_in\":3600}"));
    Token token = signIn(Optional.of("hush")).ask(TeamsCredentials.BOT);
    assertThat(token.value()).isEqualTo("real");
    assertThat(token.goodFor()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    assertThat(meant)
        .singleElement()
        .asString()
        .isEqualTo(
            "https://login.microsoftonline.com/" + PretendConnector.TENANT + "/oauth2/v2.0/token");
    assertThat(connector.signIns().getFirst())
        .contains("client_secret=hush", "api.botframework.com%2F.default");
  }

  @Test
  void aRefusalKeepsItsCode() {
    connector.signIn(
        okJson(
                "{\"error\":\"unauthorized_client\","
                    + "\"error_description\":\"AADSTS700016: Application not found\"}")
            .withStatus(400));
    NotSent failed =
        catchThrowableOfType(
            NotSent.class, () -> signIn(Optional.of("hush")).ask(TeamsCredentials.BOT));
    assertThat(failed.delivery())
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.why()).isEqualTo("AADSTS700016");
              assertThat(later.mend()).contains("not in this tenant");
            });
    assertThat(connector.signIns()).hasSize(1);
  }

  @Test
  void aSignInThatIsAwayIsNoRefusal() {
    connector.close();
    NotSent failed =
        catchThrowableOfType(
            NotSent.class, () -> signIn(Optional.of("hush")).ask(TeamsCredentials.BOT));
    assertThat(failed.delivery())
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("login-url"));
  }

  @Test
  void withoutASecretTheMachineItselfIsAsked() {
    NotSent failed =
        catchThrowableOfType(
            NotSent.class, () -> signIn(Optional.empty()).ask(TeamsCredentials.BOT));
    assertThat(failed.delivery()).isInstanceOf(Delivery.Later.class);
    assertThat(meant).isNotEmpty();
    assertThat(meant.getFirst().toString())
        .contains("resource=https%3A%2F%2Fapi.botframework.com")
        .contains("client_id=app-id");
  }
}
