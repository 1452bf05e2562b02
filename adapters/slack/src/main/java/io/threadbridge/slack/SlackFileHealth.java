package io.threadbridge.slack;

/// Tells whoever can mend it that files cannot be read or written.
///
/// @param scope what is needed for it; also the name under which it is told
record SlackFileHealth(SlackHealth health, String scope) {
  /// What Slack answered when it refused; says what to do about it, or nothing.
  String refused(String error, String needed) {
    String mend = SlackErrors.mend(error, needed.isBlank() ? scope : needed);
    if (!mend.isEmpty()) {
      health.needsMending(scope, error, mend);
    }
    return mend;
  }

  /// Slack shows a page to sign in on, which it does where the token may not see a file.
  void signInAsked() {
    health.needsMending(scope, "asked to sign in", SlackErrors.mend("missing_scope", scope));
  }

  void works() {
    health.mended(scope);
  }
}
