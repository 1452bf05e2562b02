package io.threadbridge.bridge.application;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a digest tells of single conversations. It names nobody.
///
/// @param openLeads how many people are owed an answer
/// @param leads those of them that are to be named, the longest owed first
/// @param comments what visitors said with their ratings, in the order in which it is told
public record DigestThreads(int openLeads, List<Lead> leads, List<Comment> comments) {
  /// Of no conversation.
  public static final DigestThreads NONE = new DigestThreads(0, List.of(), List.of());

  /// Somebody who is owed an answer.
  ///
  /// @param link where the conversation is
  public record Lead(Instant since, URI link) {}

  /// What a visitor said with a rating.
  ///
  /// @param stars 1 to 5
  /// @param words one line, which may be cut
  /// @param link where the conversation is, as far as the platform tells
  public record Comment(int stars, String words, Optional<URI> link) {
    @Override
    public String toString() {
      return "Comment[" + stars + "]";
    }
  }

  public DigestThreads {
    leads = List.copyOf(leads);
    comments = List.copyOf(comments);
  }
}
