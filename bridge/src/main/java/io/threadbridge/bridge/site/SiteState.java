package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;
import java.util.Optional;

/// What is known of a site.
///
/// @param at the moment up to which it is decided; no later event counts as earlier
/// @param mode what new visitors get, as its causes have it
/// @param overrule what somebody of the staff has decided in place of that
/// @param crowd the visitors who wait, and those who were missed
/// @param team who of the staff is there
/// @param answers how long first answers took
/// @param leads who is owed an answer another way
/// @param comments which conversations were rated with a comment
/// @param digests up to when the desk was told how it went
/// @param words what the desk is owed
/// @param attendance how many people were there in the hours that are not counted yet
public record SiteState(
    SiteName name,
    Instant at,
    SiteMode mode,
    Optional<Overrule> overrule,
    Crowd crowd,
    Team team,
    FirstAnswers answers,
    Leads leads,
    Comments comments,
    Digests digests,
    Words words,
    Attendance attendance) {
  /// A site of which nothing is known yet.
  public static SiteState fresh(SiteName name, Instant now) {
    return new SiteState(
        name,
        now,
        new SiteMode.Chat(),
        Optional.empty(),
        Crowd.NOBODY,
        Team.UNKNOWN,
        FirstAnswers.NONE,
        Leads.NONE,
        Comments.NONE,
        Digests.NONE,
        Words.NONE,
        Attendance.NONE);
  }

  /// Why new visitors get the form in the end; empty if they get the chat.
  public Optional<FormReason> form() {
    return overrule.isEmpty()
        ? mode.form()
        : overrule.filter(Overrule::form).map(_ -> FormReason.ASKED);
  }

  SiteState at(Instant now) {
    return new SiteState(
        name,
        now,
        mode,
        overrule.filter(word -> word.until().isAfter(now)),
        crowd.at(now),
        team.at(now),
        answers,
        leads,
        comments.at(now),
        digests,
        words.at(now),
        attendance);
  }

  SiteState overruled(Optional<Overrule> other) {
    return new SiteState(
        name, at, mode, other, crowd, team, answers, leads, comments, digests, words, attendance);
  }

  SiteState with(SitePart part) {
    return new SiteState(
        name,
        at,
        part instanceof SiteMode other ? other : mode,
        overrule,
        part instanceof Crowd other ? other : crowd,
        part instanceof Team other ? other : team,
        part instanceof FirstAnswers other ? other : answers,
        part instanceof Leads other ? other : leads,
        part instanceof Comments other ? other : comments,
        part instanceof Digests other ? other : digests,
        part instanceof Words other ? other : words,
        part instanceof Attendance other ? other : attendance);
  }
}
