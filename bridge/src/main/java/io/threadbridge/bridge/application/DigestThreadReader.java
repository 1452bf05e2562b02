package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.DigestThreads.Comment;
import io.threadbridge.bridge.application.DigestThreads.Lead;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.site.Comments;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.Leads;
import io.threadbridge.bridge.site.SiteState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads from the conversations what a digest tells of them, at the moment of telling: the site's
/// value knows only which they are, so what was erased meanwhile is not told. At most as many are
/// read as [Leads] and [Comments] hold.
final class DigestThreadReader {
  /// So many people who are owed an answer are named with their links; all of them are counted.
  static final int LEADS_NAMED = 3;

  /// So many comments are quoted; all of them are counted.
  static final int COMMENTS_QUOTED = 3;

  /// The most code points of a quoted comment.
  static final int QUOTE_MAX = 200;

  /// From so many stars on the visitor was content.
  private static final int CONTENT = 4;

  private static final Pattern GAP = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final ConversationStore conversations;
  private final Desks desks;
  private final InstantSource clock;

  DigestThreadReader(ConversationStore conversations, Desks desks, InstantSource clock) {
    this.conversations = conversations;
    this.desks = desks;
    this.clock = clock;
  }

  /// What there is to tell at a desk.
  ///
  /// @param state of the site now
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the conversations are away
  DigestThreads read(ReadingDesk desk, DigestPeriod period, SiteState state) {
    List<ConversationId> owed =
        state.leads().inOrder().stream().filter(id -> isAt(desk, id)).toList();
    List<Lead> named =
        owed.stream()
            .flatMap(id -> load(id).stream())
            .flatMap(lead -> named(lead, state.leads()).stream())
            .limit(LEADS_NAMED)
            .toList();
    return new DigestThreads(owed.size(), named, told(comments(desk, period, state.comments())));
  }

  /// A lead that nobody finds any more counts at the site's own desk until it is told that it
  /// ended.
  private boolean isAt(ReadingDesk desk, ConversationId id) {
    return desk.isAlone() || load(id).map(Started::desk).map(desk::answersFor).orElse(desk.isOwn());
  }

  private Optional<Lead> named(Started lead, Leads leads) {
    Instant since = leads.open().getOrDefault(lead.id(), Instant.EPOCH);
    return desks.linkTo(lead).map(link -> new Lead(since, link));
  }

  /// The newest first.
  private List<Comment> comments(ReadingDesk desk, DigestPeriod period, Comments comments) {
    Site site = desk.site();
    Instant from = period.from().atStartOfDay(site.zone()).toInstant();
    Instant until = period.to().plusDays(1).atStartOfDay(site.zone()).toInstant();
    return comments.between(from, until).stream()
        .flatMap(id -> load(id).stream())
        .filter(rated -> desk.answersFor(rated.desk()))
        .flatMap(rated -> comment(rated).stream())
        .toList();
  }

  private Optional<Comment> comment(Started rated) {
    return rated
        .progress()
        .verdict()
        .rating()
        .map(given -> new Comment(given.stars(), quoted(given), desks.linkTo(rated)))
        .filter(comment -> !comment.words().isEmpty());
  }

  /// One line of what can be read.
  private static String quoted(Rating rating) {
    String line = GAP.matcher(ReadableText.text(rating.comment())).replaceAll(" ").strip();
    return VisitorText.length(line) <= QUOTE_MAX
        ? line
        : VisitorText.firstOf(line, QUOTE_MAX - 1).stripTrailing() + "…";
  }

  /// The newest, the best of them first. Of those who were not content there is one among them if
  /// there is any, however many others came later: whoever is to mend something must hear of it.
  private static List<Comment> told(List<Comment> newest) {
    List<Comment> told = new ArrayList<>(newest.stream().limit(COMMENTS_QUOTED).toList());
    Optional<Comment> complaint =
        newest.stream().filter(comment -> comment.stars() < CONTENT).findFirst();
    if (complaint.isPresent() && !told.contains(complaint.get())) {
      told.set(COMMENTS_QUOTED - 1, complaint.get());
    }
    told.sort(Comparator.comparingInt(Comment::stars).reversed());
    return told;
  }

  private Optional<Started> load(ConversationId id) {
    return conversations
        .load(id, new About.Nothing(), clock.instant())
        .map(Loaded::conversation)
        .flatMap(state -> state instanceof Started known ? Optional.of(known) : Optional.empty());
  }
}
