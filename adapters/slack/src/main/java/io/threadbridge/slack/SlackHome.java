package io.threadbridge.slack;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.slack.HomePages.Page;
import io.threadbridge.slack.SlackWords.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows people the figures of their desks where they are alone with the app: full members those of
/// the desks in whose channels they are, guests none. To anybody else nothing is shown.
///
/// What cannot be shown is not tried again: whoever still wants it opens their home once more, and
/// need not wait for that.
final class SlackHome {
  /// Who opens it again so soon reads what was shown.
  static final Duration SHOWN_FOR = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(SlackHome.class);
  private static final int PEOPLE_MAX = 5_000;

  private final SlackWorkspace workspace;
  private final HomeChannels channels;
  private final HomePages pages;
  private final Function<Predicate<DeskRef>, List<Report>> reports;
  private final SlackWords usual;
  private final Executor workers;
  private final InstantSource clock;
  private final BoundedMap<String, Instant> shown = new BoundedMap<>(PEOPLE_MAX);

  /// @param reports of the desks that are somebody's
  /// @param usual the adapter's own words where there is no desk
  /// @param workers where homes are made: no acknowledgement waits for them
  SlackHome(
      SlackWorkspace workspace,
      Function<Predicate<DeskRef>, List<Report>> reports,
      SlackWords usual,
      Executor workers) {
    SlackCalls calls = workspace.calls();
    this.workspace = workspace;
    this.channels = new HomeChannels(calls);
    this.pages = new HomePages(calls, workspace.health());
    this.reports = reports;
    this.usual = usual;
    this.workers = workers;
    this.clock = workspace.clock();
  }

  /// Somebody looks at their home.
  void opened(String user, SlackIdentity self) {
    Instant now = clock.instant();
    if (shown.get(user).filter(at -> at.plus(SHOWN_FOR).isAfter(now)).isPresent()) {
      LOG.debug("A home is shown already");
      return;
    }
    shown.put(user, now);
    try {
      workers.execute(() -> task(user, self));
    } catch (RejectedExecutionException _) {
      shown.remove(user);
      LOG.warn("Too many homes wait to be shown");
    }
  }

  /// The end of a worker's task: whatever goes wrong with one home, the next is shown. The class of
  /// what went wrong is told alone, because its message may hold what somebody said.
  private void task(String user, SlackIdentity self) {
    boolean isShown = false;
    try {
      isShown = show(user, self);
    } catch (StoreUnavailable e) {
      LOG.info("A home cannot be shown now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A home could not be made: {}", e.getClass().getName());
    } finally {
      if (!isShown) {
        shown.remove(user);
      }
    }
  }

  /// Whether there is nothing more to show.
  private boolean show(String user, SlackIdentity self) {
    return switch (workspace.people().person(user, self).standing()) {
      case MEMBER -> {
        Page page = page(user);
        yield pages.publish(user, page) && page.last() != Word.TRY_AGAIN;
      }
      case GUEST -> pages.publish(user, only(Word.HOME_NOTHING));
      case EXTERNAL, BOT -> {
        LOG.debug("A home of nobody of ours");
        yield true;
      }
    };
  }

  private Page only(Word word) {
    return new Page(List.of(), usual, word);
  }

  private Page page(String user) {
    Optional<Set<String>> theirs = channels.of(user);
    if (theirs.isEmpty()) {
      return only(Word.TRY_AGAIN);
    }
    List<DeskRef> desks = new ArrayList<>();
    try {
      List<Report> told = reports.apply(desk -> isIn(theirs.get(), desk) && desks.add(desk));
      return told.isEmpty()
          ? only(Word.HOME_NOTHING)
          : new Page(told, workspace.words().apply(desks.getFirst()), Word.HOME_ASK);
    } catch (StoreUnavailable _) {
      return only(Word.TRY_AGAIN);
    }
  }

  private static boolean isIn(Set<String> channels, DeskRef desk) {
    return desk.platform().equals("slack") && channels.contains(desk.channel());
  }
}
