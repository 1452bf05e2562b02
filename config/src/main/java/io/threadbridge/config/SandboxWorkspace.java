package io.threadbridge.config;

/// What the program must know of the sandbox's pretend workspace to be installed in it.
final class SandboxWorkspace {
  /// The channel that the demo's shop is answered from.
  static final String CHANNEL = "C0WEBCHAT";

  /// Obviously no secrets: the sandbox answers on loopback only.
  static final String BOT_TOKEN = "xoxb-sandbox-not-a-secret";

  static final String APP_TOKEN = "xapp-sandbox-not-a-secret";

  private SandboxWorkspace() {}
}
