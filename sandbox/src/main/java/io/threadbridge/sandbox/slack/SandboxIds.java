package io.threadbridge.sandbox.slack;

/// The names and pretend secrets of the sandbox that never change, for settings and tests.
///
/// None of them is a secret: they are accepted on loopback only, by this program only.
public final class SandboxIds {
  public static final String TEAM = "T0SANDBOX";
  public static final String OTHER_TEAM = "T0PARTNER";
  public static final String APP = "A0THREADBRIDGE";
  public static final String BOT_USER = "U0BRIDGE";
  public static final String BOT = "B0BRIDGE";

  public static final String ANNA = "U0ANNA";
  public static final String BEN = "U0BEN";
  public static final String OLENA = "U0OLENA";
  public static final String GUEST = "U0GUEST";
  public static final String STRANGER = "U0STRANGER";
  public static final String OTHER_BOT_USER = "U0OTHERBOT";
  public static final String OTHER_BOT = "B0OTHERBOT";
  public static final String OTHER_APP = "A0OTHERAPP";
  public static final String SLACKBOT = "USLACKBOT";

  public static final String WEBSITE_CHAT = "C0WEBCHAT";
  public static final String OVERFLOW = "C0OVERFLOW";
  public static final String PRIVATE = "C0PRIVATE";
  public static final String WITHOUT_BOT = "C0NOBOT";
  public static final String ARCHIVED = "C0ARCHIVED";
  public static final String ON_CALL_GROUP = "S0ONCALL";

  public static final String BOT_TOKEN = "xoxb-sandbox-not-a-secret";
  public static final String APP_TOKEN = "xapp-sandbox-not-a-secret";
  public static final String SIGNING_SECRET = "sandbox-signing-not-a-secret";

  private SandboxIds() {}
}
