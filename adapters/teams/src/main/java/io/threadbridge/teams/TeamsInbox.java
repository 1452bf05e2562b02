package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.UnderACall;
import io.threadbridge.teams.TeamsKnocks.Refused;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in verified activities. When it returns, an activity may be acknowledged; every one may
/// come again.
final class TeamsInbox {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsInbox.class);
  private static final int TOLD_MAX = 2_000;

  private final TeamsTranslator translator;
  private final TeamsKnocks knocks;
  private final TeamsCommandDesk commands;
  private final TeamsStanding standing;
  private final OwnRoots roots;
  private final InboundWords words;
  private final InvokeAnswers answers;
  private final TeamsVoice voice;
  private final Executor aside;
  private final ThreadTurns turns = new ThreadTurns();
  private final BoundedMap<String, Boolean> told = new BoundedMap<>(TOLD_MAX);

  /// @param aside where is said what no answer waits for
  TeamsInbox(
      TeamsTranslator translator,
      TeamsKnocks knocks,
      TeamsCommandDesk commands,
      TeamsStanding standing,
      OwnRoots roots,
      InboundWords words,
      TeamsVoice voice,
      Executor aside) {
    this.translator = translator;
    this.knocks = knocks;
    this.commands = commands;
    this.standing = standing;
    this.roots = roots;
    this.words = words;
    this.answers = new InvokeAnswers(words);
    this.voice = voice;
    this.aside = aside;
  }

  /// What an activity means.
  TeamsHappening translate(Told activity) {
    standing.came(activity);
    return translator.translate(activity);
  }

  /// Takes in what needs only to be acknowledged.
  ///
  /// @throws StoreUnavailable if nothing is kept: do not acknowledge
  void take(TeamsHappening.Telling telling) {
    switch (telling) {
      case TeamsHappening.Nothing(String because) ->
          LOG.debug("Teams activity dropped: {}", because);
      case InThread act -> inThread(act);
      case UnderACall act -> underACall(act);
      case TeamsHappening.Commanded command -> commands.answer(command);
      case TeamsHappening.Trouble(String where, String what) -> standing.trouble(where, what);
      case TeamsHappening.Mended(String where, Optional<String> team) ->
          standing.mended(where, team);
    }
  }

  /// Answers what somebody waits for.
  ObjectNode answer(TeamsHappening.Asking asking) {
    try {
      return switch (asking) {
        case TeamsHappening.Pressed(InThread done) -> pressed(done);
        case TeamsHappening.AsksHowLong(DeskRef desk, ThreadRef thread) ->
            answers.asksHowLong(desk, thread, Optional.empty());
        case TeamsHappening.SaidHowLong said -> saidHowLong(said);
      };
    } catch (StoreUnavailable e) {
      LOG.warn("A press in Teams must be done again: {}", e.getMessage());
      return late(asking, Word.TRY_AGAIN);
    }
  }

  /// The answer in place of one that is not there in time.
  ObjectNode late(TeamsHappening.Asking asking, Word word) {
    return switch (asking) {
      case TeamsHappening.Pressed(InThread done) ->
          InvokeAnswers.failed(words.of(done.desk(), word));
      case TeamsHappening.AsksHowLong(DeskRef desk, _) ->
          InvokeAnswers.closes(words.of(desk, word));
      case TeamsHappening.SaidHowLong said ->
          InvokeAnswers.closes(words.of(said.done().desk(), word));
    };
  }

  private ObjectNode pressed(InThread done) {
    Optional<Refused> refused = knock(done);
    if (refused.isPresent()) {
      return InvokeAnswers.refused(words.of(done.desk(), refused.get().why()));
    }
    boolean said = done.act() instanceof Act.Boxed;
    return InvokeAnswers.taken(said ? words.of(done.desk(), Word.DONE) : "");
  }

  private ObjectNode saidHowLong(TeamsHappening.SaidHowLong said) {
    InThread done = said.done();
    if (!said.isATime()) {
      return answers.asksHowLong(done.desk(), done.thread(), Optional.of(Word.BACK_ERROR));
    }
    return InvokeAnswers.closes(
        knock(done).map(refused -> words.of(done.desk(), refused.why())).orElse(""));
  }

  private Optional<Refused> knock(InThread act) {
    String thread = act.desk().value() + ";" + act.thread().value();
    return turns.inTurn(thread, () -> knocks.knock(act));
  }

  /// In a thread that is not ours nobody spoke to us.
  private void inThread(InThread act) {
    Optional<Refused> refused = knock(act).filter(known -> known.why() != Word.GONE);
    if (refused.isEmpty()) {
      return;
    }
    Word why = refused.get().why();
    boolean onceInAThread = why == Word.NOT_ALLOWED || why == Word.OTHER_CARD;
    String about = onceInAThread ? act.thread().value() : act.id().value();
    tellOnce(about, act.desk(), act.thread(), refused.get().staff(), why);
  }

  /// A call or an announcement is no visitor's thread. Who claims at a call claims what it calls
  /// for; whatever else is said there stays there.
  private void underACall(UnderACall act) {
    Optional<OwnRoots.Called> called = roots.calledTo(act.channel(), act.root());
    if (called.isEmpty()) {
      LOG.debug("Teams activity dropped: under an announcement");
      return;
    }
    DeskRef desk = called.get().desk();
    ThreadRef thread = called.get().thread();
    if (act.act() instanceof Act.Did(Deed deed) && deed == Deed.CLAIM) {
      inThread(new InThread(act.id(), desk, thread, act.account(), act.at(), act.act()));
    } else if (act.act() instanceof Act.Wrote) {
      Staff person = TeamsKnocks.nameless(act.account());
      tellOnce(act.root(), desk, thread, person, Word.ONLY_A_CALL);
    } else {
      LOG.debug("Teams activity dropped: under a call");
    }
  }

  /// @param about what it is told of once
  private void tellOnce(String about, DeskRef desk, ThreadRef thread, Staff person, Word word) {
    String key = desk.value() + ":" + about + ":" + person.id() + ":" + word;
    if (told.putIfAbsent(key, true)) {
      aside.execute(() -> voice.hint(desk, thread, person, words.of(desk, word)));
    }
  }
}
