package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.SiteName;
import java.util.List;

/// What a gone visitor has not read, to be sent by email.
///
/// @param id unique over all mails; a repeat has the same
/// @param to the visitor's address
/// @param language a BCP 47 tag
/// @param messages what people of the firm wrote and the visitor has not read, in order
public record VisitorMail(
    String id,
    ConversationId conversation,
    SiteName site,
    String to,
    String language,
    List<Message> messages) {
  @Override
  public String toString() {
    return "VisitorMail[" + id + "]";
  }
}
