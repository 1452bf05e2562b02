package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import java.util.List;
import java.util.Optional;

/// The sites of the settings.
public interface Sites {
  /// The site of this name.
  Optional<Site> find(SiteName name);

  /// All of them.
  List<Site> all();
}
