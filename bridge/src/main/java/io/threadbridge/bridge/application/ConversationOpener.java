package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.Visitor;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes new conversations. Nothing of them is on the desk before the visitor's first word.
public final class ConversationOpener {
  /// A conversation in which nothing was ever said is forgotten after this.
  public static final Duration UNUSED = Duration.ofHours(24);

  private final ConversationStore store;
  private final InstantSource clock;
  private final Supplier<String> names;
  private final Function<Site, DeskRef> desks;

  /// An opener on each site's own desk; `names` makes names that nobody can guess, fit for a
  /// [ConversationId].
  public ConversationOpener(ConversationStore store, InstantSource clock, Supplier<String> names) {
    this(store, clock, names, Site::desk);
  }

  /// The same on the desk that takes a site's new visitors now.
  public ConversationOpener(
      ConversationStore store,
      InstantSource clock,
      Supplier<String> names,
      Function<Site, DeskRef> desks) {
    this.store = store;
    this.clock = clock;
    this.names = names;
    this.desks = desks;
  }

  /// A new conversation on a site.
  ///
  /// @param locale what the visitor's browser asks for, such as `fi-FI`; the site's first language
  ///     if it has none like it
  public ConversationId open(
      Site site, Page page, String locale, Optional<String> name, Optional<String> email) {
    ConversationId id = new ConversationId(names.get());
    Visitor visitor = new Visitor(name, email, Pseudonym.of(id));
    Instant now = clock.instant();
    keep(
        new Opening(
            id,
            site.name(),
            desks.apply(site),
            visitor,
            page,
            language(site, locale),
            now,
            Optional.empty()));
    return id;
  }

  /// The conversation that goes on where `old` can no longer: the same one however often it is
  /// asked for.
  ConversationId successorOf(Opening old) {
    byte[] seed = ("successor of " + old.id().value()).getBytes(StandardCharsets.UTF_8);
    ConversationId id = new ConversationId(UUID.nameUUIDFromBytes(seed).toString());
    keep(
        new Opening(
            id,
            old.site(),
            old.desk(),
            old.visitor(),
            old.page(),
            old.language(),
            clock.instant(),
            Optional.of(old.id())));
    return id;
  }

  private void keep(Opening opening) {
    store.create(new Conversation.NotStarted(opening), opening.at().plus(UNUSED));
  }

  private static String language(Site site, String locale) {
    String wanted = Locale.forLanguageTag(locale).getLanguage();
    return site.languages().stream()
        .filter(known -> known.equalsIgnoreCase(locale))
        .findFirst()
        .or(
            () ->
                site.languages().stream()
                    .filter(known -> Locale.forLanguageTag(known).getLanguage().equals(wanted))
                    .findFirst())
        .orElse(site.languages().getFirst());
  }
}
