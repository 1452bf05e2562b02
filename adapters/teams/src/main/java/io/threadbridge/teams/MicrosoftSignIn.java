package io.threadbridge.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;

/// Microsoft's own sign-in, by its own library: with the app's secret in the firm's tenant, or as
/// the managed identity of the machine, where there is no secret to keep.
///
/// The library asks for nothing but `https`, so a pretended sign-in on this machine is asked by
/// [FormSignIn].
final class MicrosoftSignIn implements SignIn {
  private final TeamsSettings settings;
  private final InstantSource clock;
  private final SignInCalls calls;

  MicrosoftSignIn(TeamsSettings settings, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new SignInCalls(http.newBuilder().callTimeout(TeamsCredentials.PATIENCE).build());
  }

  /// Whether this is one of Microsoft's sign-ins, of whichever cloud.
  static boolean isMicrosofts(URI login) {
    String host = Optional.ofNullable(login.getHost()).orElse("");
    return "https".equals(login.getScheme())
        && (host.endsWith(".microsoftonline.com")
            || host.endsWith(".microsoftonline.us")
            || host.endsWith(".chinacloudapi.cn")
            || host.equals("login.windows.net"));
  }

  @Override
  public Token ask(String scope) throws NotSent {
    try {
      CompletableFuture<IAuthenticationResult> asked =
          settings.appSecret().isPresent()
              ? asApp(scope, settings.appSecret().get())
              : asMachine(scope);
      IAuthenticationResult result =
          asked.get(TeamsCredentials.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Duration goodFor = Duration.between(clock.instant(), result.expiresOnDate().toInstant());
      return new Token(result.accessToken(), goodFor);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException _) {
      throw new NotSent(TeamsErrors.noSignIn("timeout"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotSent(TeamsErrors.noSignIn("interrupted"));
    } catch (MalformedURLException | MsalException e) {
      throw failed(e);
    }
  }

  /// What the sign-in answered is told from all that keeps it from answering.
  private static NotSent failed(Throwable e) {
    return e instanceof MsalServiceException refused && refused.errorCode() != null
        ? new NotSent(
            TeamsErrors.signIn(refused.errorCode(), Objects.toString(refused.getMessage(), "")))
        : new NotSent(TeamsErrors.noSignIn(e.getClass().getSimpleName()));
  }

  /// A new client each time: it is cheap, and its own cache must not outlive a refused token.
  private CompletableFuture<IAuthenticationResult> asApp(String scope, String secret)
      throws MalformedURLException {
    return ConfidentialClientApplication.builder(
            settings.appId(), ClientCredentialFactory.createFromSecret(secret))
        .authority(settings.loginUrl().resolve(settings.tenantId() + "/").toString())
        .instanceDiscovery(false)
        .disableInternalRetries()
        .httpClient(calls)
        .build()
        .acquireToken(ClientCredentialParameters.builder(Set.of(scope)).skipCache(true).build());
  }

  private CompletableFuture<IAuthenticationResult> asMachine(String scope) throws NotSent {
    try {
      return ManagedIdentityApplication.builder(
              ManagedIdentityId.userAssignedClientId(settings.appId()))
          .disableInternalRetries()
          .httpClient(calls)
          .build()
          .acquireTokenForManagedIdentity(
              ManagedIdentityParameters.builder(scope.replace("/.default", ""))
                  .forceRefresh(true)
                  .build());
    } catch (MsalException e) {
      throw failed(e);
    } catch (Exception e) {
      // The library declares all of them, and only those above are told apart.
      throw new NotSent(TeamsErrors.noSignIn(e.getClass().getSimpleName()));
    }
  }
}
