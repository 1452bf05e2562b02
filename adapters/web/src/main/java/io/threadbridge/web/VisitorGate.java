package io.threadbridge.web;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.VisitorTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Lets visitors in by their token, and gives out new ones. Tokens are never logged.
public final class VisitorGate {
  /// A token older than this is replaced when it is next shown.
  static final Duration ROTATED_AFTER = Duration.ofDays(1);

  private final VisitorTokens tokens;
  private final ConversationStore store;
  private final Sites sites;
  private final InstantSource clock;

  /// A gate to the conversations of these sites.
  public VisitorGate(
      VisitorTokens tokens, ConversationStore store, Sites sites, InstantSource clock) {
    this.tokens = tokens;
    this.store = store;
    this.sites = sites;
    this.clock = clock;
  }

  /// Whom this token lets in; empty if it opens nothing, or the conversation or its site is gone.
  Optional<Admission> admit(String token) {
    return tokens
        .open(token, clock.instant())
        .flatMap(
            opened ->
                siteOf(opened.conversation())
                    .map(site -> new Admission(opened.conversation(), site, opened.issued())));
  }

  /// A new token in place of one that has been in use for long; empty while it is young.
  Optional<String> rotated(Admission admission) {
    boolean old = admission.issued().plus(ROTATED_AFTER).isBefore(clock.instant());
    return old ? Optional.of(issue(admission.conversation())) : Optional.empty();
  }

  /// A new token to a conversation.
  String issue(ConversationId conversation) {
    return tokens.issue(conversation, clock.instant());
  }

  private Optional<Site> siteOf(ConversationId id) {
    return openingOf(id).flatMap(this::site);
  }

  /// How this conversation began; empty if it is not known or was erased.
  Optional<Opening> openingOf(ConversationId id) {
    return store
        .load(id, new About.Nothing(), clock.instant())
        .map(Loaded::conversation)
        .flatMap(VisitorGate::opening);
  }

  /// The site that a conversation began on, if it is still in the settings.
  Optional<Site> site(Opening opening) {
    return sites.find(opening.site());
  }

  private static Optional<Opening> opening(Conversation conversation) {
    return switch (conversation) {
      case Conversation.NotStarted state -> Optional.of(state.opening());
      case Conversation.Started state -> Optional.of(state.opening());
      case Conversation.Erased _ -> Optional.empty();
    };
  }
}
