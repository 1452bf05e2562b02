package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The index of wake-ups. Only a save writes or removes one; a claim moves it to the end of a
/// lease, so that a wake-up whose worker
/// died comes again.
public interface WakeUps {
  /// Who is due.
  ///
  /// @param next when the next one will be; empty if none is known
  record Due(List<ConversationId> conversations, Optional<Instant> next) {}

  /// Claims at most `most` conversations whose moment has come.
  Due claimDue(Instant now, int most);
}
