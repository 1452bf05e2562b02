package io.threadbridge.config.planted.bridge.port;

import io.threadbridge.config.planted.bridge.application.Loop;
import java.util.List;

/// A port that knows who uses it, and one platform's words.
public interface Port {
  /// Knows the application.
  record KnowsTheApplication(Loop loop) {}

  /// Names messages as Slack does.
  record SpeaksOfTs(String threadTs) {}

  /// Draws as Slack does.
  interface SpeaksOfBlocks {
    /// What is drawn.
    List<String> blocks();
  }

  /// Names events as Teams does.
  record SpeaksOfActivities(String activity) {}
}
