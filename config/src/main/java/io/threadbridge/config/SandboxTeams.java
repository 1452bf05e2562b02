package io.threadbridge.config;

import io.threadbridge.teams.TeamsSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// What the program must know of the sandbox's pretend Teams to be installed in it.
final class SandboxTeams {
  /// The second desk of the demo's shop.
  static final String DESK = "teams:19:lampsandmore@thread.tacv2/19:websitechat@thread.tacv2";

  static final String APP_ID = "b07b07b0-0000-4000-8000-0000000000a1";
  static final String TENANT_ID = "7e4a47aa-0000-4000-8000-00000000001a";

  /// Obviously no secret: the sandbox answers on loopback only.
  static final String APP_SECRET = "teams-sandbox-not-a-secret";

  private static final String BASE = "/sandbox/teams/";

  private SandboxTeams() {}

  /// @param publicUrl where the program, and with it the sandbox, is reached
  static TeamsSettings settings(URI publicUrl) {
    return new TeamsSettings(
        APP_ID,
        Optional.of(APP_SECRET),
        TENANT_ID,
        publicUrl.resolve(BASE + "login/"),
        publicUrl.resolve(BASE + "openid/.well-known/openidconfiguration"),
        Set.of(publicUrl.getAuthority()),
        Optional.of(publicUrl.resolve(BASE + "graph/")));
  }
}
