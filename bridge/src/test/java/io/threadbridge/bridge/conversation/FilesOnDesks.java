package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.SharedFile.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is taken back is taken back from every desk, also what was on its way to one.
final class FilesOnDesks {
  private final Map<Integer, List<Standing>> stands = new HashMap<>();

  void check(Walk.Step step) {
    if (step.before() instanceof NotStarted || step.next() instanceof Erased) {
      stands.clear();
    }
    if (!(step.decision() instanceof Decision.Move move)) {
      return;
    }
    if (step.event() instanceof OutcomeEvent.FilePosted posted) {
      arrived(step, move, posted);
    }
    for (Change change : move.changed()) {
      if (change instanceof Change.Delete(int seq)) {
        assertThat(move.effects())
            .as("taken back from every desk: %s", step)
            .containsAll(retracted(seq));
        stands.remove(seq);
      }
    }
  }

  private void arrived(Walk.Step step, Decision.Move move, OutcomeEvent.FilePosted posted) {
    Standing standing = new Standing(posted.place(), posted.post());
    int seq = posted.message().filter(known -> !known.deleted()).map(Message::seq).orElse(0);
    boolean known =
        posted.message().stream()
            .flatMap(message -> message.files().stream())
            .anyMatch(file -> file.id().equals(posted.file()));
    if (known) {
      assertThat(move.changed()).contains(new Change.Show(seq, posted.file(), standing));
      stands.computeIfAbsent(seq, _ -> new ArrayList<>()).add(standing);
    } else {
      assertThat(move.effects())
          .as("what came too late is taken back: %s", step)
          .contains(new Effect.RetractFile(posted.place(), posted.post()));
    }
  }

  private List<Effect> retracted(int seq) {
    return stands.getOrDefault(seq, List.of()).stream()
        .<Effect>map(standing -> new Effect.RetractFile(standing.place(), standing.post()))
        .toList();
  }
}
