package io.threadbridge.bridge.conversation;

import java.net.URI;
import java.util.Optional;

/// A person of the firm's workspace, as the visitor may see them: name and photo.
///
/// @param id `<platform>:<the platform's id>`, never shown
public record Staff(String id, String name, Optional<URI> photo) {
  @Override
  public String toString() {
    return "Staff[" + id + "]";
  }
}
