package io.threadbridge.web.wire;

import java.util.Optional;

/// A client's wish for a conversation; all of it a visitor's words and never trusted.
///
/// @param locale what the browser asks for, such as `fi-FI`; perhaps empty
public record ConversationRequest(
    String site,
    String url,
    String title,
    String locale,
    Optional<String> name,
    Optional<String> email) {
  @Override
  public String toString() {
    return "ConversationRequest[" + site.length() + "]";
  }
}
