package io.threadbridge.slack;

/// The few words that this adapter itself needs, in the desk's or the site's language.
///
/// @param colleague what a visitor reads in place of a member whose name is not known
/// @param team what a visitor reads in place of a user group
/// @param notAllowed what somebody is told privately whose words are not passed on because they are
///     no full member of the workspace
public record SlackWords(String colleague, String team, String notAllowed) {
  /// In English.
  public static SlackWords english() {
    return new SlackWords(
        "a colleague",
        "our team",
        "This was not passed on to the visitor: only full members of this workspace answer here.");
  }
}
