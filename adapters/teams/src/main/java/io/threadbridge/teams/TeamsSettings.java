package io.threadbridge.teams;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What connects us to one firm's Microsoft Teams.
///
/// @param appId the app registration's id, a GUID
/// @param appSecret its client secret; absent: a managed identity of the machine stands for it
/// @param tenantId the firm's tenant, a GUID: the only one whose people and messages count
/// @param loginUrl where tokens are asked for, such as [#LOGIN]
/// @param openIdMetadataUrl where the keys of the Bot Framework are named, such as [#OPEN_ID]
/// @param serviceHosts the hosts that are ever sent a token; `host` or `host:port`
/// @param graphUrl Microsoft Graph, for presence and pictures; empty: not asked
public record TeamsSettings(
    String appId,
    Optional<String> appSecret,
    String tenantId,
    URI loginUrl,
    URI openIdMetadataUrl,
    Set<String> serviceHosts,
    Optional<URI> graphUrl) {
  /// Microsoft's own sign-in.
  public static final URI LOGIN = URI.create("https://login.microsoftonline.com/");

  /// The Bot Framework's own keys.
  public static final URI OPEN_ID =
      URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");

  /// The host of the public cloud's Teams connector.
  public static final String SERVICE_HOST = "smba.trafficmanager.net";

  public TeamsSettings {
    // As the Bot Framework writes them in its tokens and mentions, however somebody copied them.
    appId = appId.strip().toLowerCase(Locale.ROOT);
    tenantId = tenantId.strip().toLowerCase(Locale.ROOT);
    appSecret = appSecret.filter(secret -> !secret.isBlank());
    serviceHosts = Set.copyOf(serviceHosts);
    if (appId.isBlank()) {
      throw new IllegalArgumentException(
          "teams.app-id is empty: copy the Microsoft App ID from the Azure Bot's configuration");
    }
    if (tenantId.isBlank()) {
      throw new IllegalArgumentException(
          "teams.tenant-id is empty: copy the App Tenant ID from the Azure Bot's configuration");
    }
    if (serviceHosts.isEmpty()) {
      throw new IllegalArgumentException(
          "teams.service-hosts is empty: nothing could be sent; leave it out for Microsoft's own");
    }
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "TeamsSettings[" + appId + " in " + tenantId + "]";
  }
}
