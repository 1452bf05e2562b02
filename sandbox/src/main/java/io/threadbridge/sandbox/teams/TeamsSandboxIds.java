package io.threadbridge.sandbox.teams;

/// The names and pretend secrets of the sandbox's Teams that never change, for settings and tests.
///
/// None of them is a secret: they are accepted on loopback only, by this program only.
public final class TeamsSandboxIds {
  public static final String TENANT = "7e4a47aa-0000-4000-8000-00000000001a";
  public static final String OTHER_TENANT = "7e4a47aa-0000-4000-8000-00000000002b";

  public static final String APP_ID = "b07b07b0-0000-4000-8000-0000000000a1";
  public static final String APP_SECRET = "teams-sandbox-not-a-secret";
  public static final String BOT = "28:" + APP_ID;
  public static final String BOT_NAME = "Website Chat";

  /// A team's id is that of its General channel.
  public static final String TEAM = "19:lampsandmore@thread.tacv2";
  public static final String TEAM_GROUP = "7ea30000-0000-4000-8000-0000000000aa";
  public static final String GENERAL = TEAM;
  public static final String WEBSITE_CHAT = "19:websitechat@thread.tacv2";
  public static final String PRIVATE = "19:privatedesk@thread.tacv2";

  public static final String ANNA = "29:1anna-sandbox";
  public static final String BEN = "29:1ben-sandbox";
  public static final String OLENA = "29:1olena-sandbox";
  public static final String GUEST = "29:1guest-sandbox";
  public static final String EXTERNAL = "29:1external-sandbox";

  private TeamsSandboxIds() {}
}
