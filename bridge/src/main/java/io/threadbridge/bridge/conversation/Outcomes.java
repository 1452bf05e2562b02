package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of an effect changes what is known, never whose turn it is.
final class Outcomes {
  private Outcomes() {}

  static Decision of(Started state, OutcomeEvent event) {
    return switch (event) {
      case OutcomeEvent.ThreadOpened opened -> opened(state, opened);
      case OutcomeEvent.Posted posted -> posted(state, posted);
      case OutcomeEvent.FilePosted posted -> filePosted(state, posted);
      case OutcomeEvent.Called called -> called(state, called);
      case OutcomeEvent.ThreadLost lost -> threadLost(state, lost.stay());
      case OutcomeEvent.Refused refused -> refused(state, refused);
      case OutcomeEvent.Settled _ -> Move.to(state);
    };
  }

  /// Once there is a new thread, the cards of the old ones say where it is. A card that was on its
  /// way when the conversation moved on is one of those.
  private static Move opened(Started state, OutcomeEvent.ThreadOpened opened) {
    Place place = new Place(opened.stay().desk(), opened.thread());
    Effect index = new Effect.IndexThread(place.desk(), place.thread());
    Progress progress = state.progress();
    if (!opened.stay().equals(state.stay())) {
      return Move.to(state.with(progress.with(progress.stays().leaving(place))))
          .owe(index)
          .owe(new Effect.ShowMoved(place));
    }
    Counts counts = progress.counts().deliveredTo(opened.seq());
    Move move =
        Move.to(state.with(progress.withThread(Optional.of(opened.thread())).with(counts)))
            .link(new PostLink(place.desk(), opened.card(), List.of(opened.seq())))
            .owe(index);
    move = move.owe(following(state, opened.files()));
    return state.stay().number() == 0
        ? move
        : move.owe(new Effect.ShowCard())
            .owe(progress.stays().earlier().stream().map(Effect.ShowMoved::new).toList());
  }

  /// What stands in a thread that the conversation has left is told in the new one by other posts,
  /// and those are what changes must find.
  private static Move posted(Started state, OutcomeEvent.Posted posted) {
    int last = posted.seqs().stream().mapToInt(Integer::intValue).max().orElse(0);
    Progress progress = state.progress();
    Move move = Move.to(state.with(progress.with(progress.counts().deliveredTo(last))));
    return posted.seqs().isEmpty() || !posted.stay().equals(state.stay())
        ? move
        : move.link(new PostLink(posted.stay().desk(), posted.post(), posted.seqs()))
            .owe(following(state, posted.files()));
  }

  /// Files come behind the post that names them: where a file cannot be posted, the staff know of
  /// it all the same.
  private static List<Effect> following(Started state, List<OutcomeEvent.FileOf> files) {
    int stay = state.stay().number();
    return files.stream()
        .<Effect>map(of -> new Effect.PassFile(stay, of.seq(), of.file()))
        .toList();
  }

  /// What was taken back while it was on its way is taken back there too.
  private static Move filePosted(Started state, OutcomeEvent.FilePosted posted) {
    Move move = Move.to(state);
    return posted
        .message()
        .filter(message -> SharedFile.find(message.files(), posted.file()).isPresent())
        .map(
            message ->
                move.change(
                    new Change.Show(
                        message.seq(),
                        posted.file(),
                        new SharedFile.Standing(posted.place(), posted.post()))))
        .orElseGet(() -> move.owe(new Effect.RetractFile(posted.place(), posted.post())));
  }

  /// What the visitor wrote is not lost silently.
  private static Move refused(Started state, OutcomeEvent.Refused refused) {
    Move move = Move.to(state);
    return refused.seqs().isEmpty()
        ? move
        : move.owe(new Effect.Notice(TextKey.NOTICE_PERHAPS_MISSING, Map.of()));
  }

  /// A call that nobody needs any more is taken back as soon as it is known where it stands.
  private static Move called(Started state, OutcomeEvent.Called called) {
    Progress progress = state.progress();
    Call unknown = new Call(called.desk(), Optional.empty());
    if (!progress.calls().contains(unknown)) {
      return Move.to(state).owe(new Effect.RetractCall(called.desk(), called.post()));
    }
    List<Call> calls = new ArrayList<>(progress.calls());
    calls.set(calls.indexOf(unknown), new Call(called.desk(), Optional.of(called.post())));
    return Move.to(state.with(progress.withCalls(List.copyOf(calls))));
  }

  /// A new card goes first, and then what was owed in the old thread; a second report of the same
  /// loss changes nothing, nor does the loss of a thread that the conversation has left.
  private static Move threadLost(Started state, Stay stay) {
    if (!stay.equals(state.stay())) {
      return Move.to(state);
    }
    boolean known = state.progress().thread().isEmpty();
    Move move = Move.to(state.with(state.progress().withThread(Optional.empty())));
    return known ? move : move.owe(new Effect.OpenThread());
  }
}
