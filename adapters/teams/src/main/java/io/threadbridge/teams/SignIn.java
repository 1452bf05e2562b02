package io.threadbridge.teams;

import java.time.Duration;

/// How a token of ours is got.
@FunctionalInterface
interface SignIn {
  /// A token, and for how long it is good from now.
  record Token(String value, Duration goodFor) {
    /// Without the token.
    @Override
    public String toString() {
      return "Token[" + goodFor + "]";
    }
  }

  /// Asks for one, in [TeamsCredentials#PATIENCE] at most.
  ///
  /// @param scope what it is for, such as [TeamsCredentials#BOT]
  Token ask(String scope) throws NotSent;
}
