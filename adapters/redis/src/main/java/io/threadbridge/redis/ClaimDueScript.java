package io.threadbridge.redis;

import io.lettuce.core.ScoredValue;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// `claim-due.lua`: takes what is due from the sorted sets of all partitions and moves it to a
/// later moment.
///
/// A pipelined round asks each partition for its first moment; further ones, as long as something
/// is due and more is wanted, run the script where it is. When nothing is due, one round is all.
final class ClaimDueScript {
  private final LuaScript script = LuaScript.named("claim-due");
  private final RedisConnections redis;
  private final List<String> indexes;

  /// Over these sorted sets, one per partition.
  ClaimDueScript(RedisConnections redis, List<String> indexes) {
    this.redis = redis;
    this.indexes = List.copyOf(indexes);
  }

  /// One that was due, and since when.
  record Due(String member, Instant at) {}

  /// What was taken, oldest first, and the first moment that is left anywhere.
  record Answer(List<Due> due, Optional<Instant> next) {}

  private record Head(String index, Instant at) {
    boolean isDue(Instant now) {
      return !at.isAfter(now);
    }
  }

  Answer run(Instant now, Instant again, int most) {
    List<Due> due = new ArrayList<>();
    List<Head> heads = heads();
    while (due.size() < most && heads.stream().anyMatch(head -> head.isDue(now))) {
      heads = round(heads, now, again, most - due.size(), due);
    }
    due.sort(Comparator.comparing(Due::at));
    return new Answer(List.copyOf(due), heads.stream().map(Head::at).findFirst());
  }

  /// Each partition where something is due gives its share of `most`; answers the heads as they are
  /// then.
  private List<Head> round(
      List<Head> heads, Instant now, Instant again, int most, List<Due> taken) {
    List<Head> asked = heads.stream().filter(head -> head.isDue(now)).limit(most).toList();
    List<Head> left = new ArrayList<>(heads.subList(asked.size(), heads.size()));
    List<List<Object>> answers = claim(asked, now, again, most / asked.size());
    for (int place = 0; place < asked.size(); place++) {
      List<Object> answer = answers.get(place);
      if (!answer.getFirst().toString().isEmpty()) {
        left.add(new Head(asked.get(place).index(), Millis.read(answer.getFirst())));
      }
      for (int entry = 1; entry < answer.size(); entry += 2) {
        taken.add(new Due((String) answer.get(entry), Millis.read(answer.get(entry + 1))));
      }
    }
    left.sort(Comparator.comparing(Head::at));
    return left;
  }

  /// The partitions that hold anything, by their first moment.
  private List<Head> heads() {
    RedisClusterAsyncCommands<String, String> commands = redis.commands();
    List<? extends CompletionStage<List<ScoredValue<String>>>> asked =
        indexes.stream().map(index -> commands.zrangeWithScores(index, 0, 0)).toList();
    List<List<ScoredValue<String>>> firsts = Replies.awaitAll(asked);
    return IntStream.range(0, indexes.size())
        .filter(place -> !firsts.get(place).isEmpty())
        .mapToObj(
            place ->
                new Head(
                    indexes.get(place),
                    Instant.ofEpochMilli((long) firsts.get(place).getFirst().getScore())))
        .sorted(Comparator.comparing(Head::at))
        .toList();
  }

  private List<List<Object>> claim(List<Head> heads, Instant now, Instant again, int share) {
    RedisClusterAsyncCommands<String, String> commands = redis.commands();
    List<String> arguments = List.of(Millis.of(now), Millis.of(again), Integer.toString(share));
    return Replies.awaitAll(
        heads.stream()
            .map(head -> script.start(commands, List.of(head.index()), arguments))
            .toList());
  }
}
