package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.SiteNews;
import java.time.Instant;

/// Where a conversation tells its site what the site must know.
public interface SiteDoor {
  /// Takes the news in, once however often it comes under the same `id`.
  ///
  /// @param id unique over all conversations
  /// @throws StoreUnavailable if nothing is known
  void tell(SiteName site, String id, ConversationId from, SiteNews news, Instant at);
}
