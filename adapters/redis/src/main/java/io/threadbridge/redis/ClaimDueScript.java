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
/// later
/// moment.
///
/// Two pipelined rounds: one asks each partition for its first moment, the other runs the script
/// where something is due. When nothing is, the second does not happen.
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

  private record Head(String index, Instant at) {}

  Answer run(Instant now, Instant again, int most) {
    List<Head> heads = heads();
    List<Head> dueHeads =
        heads.stream().filter(head -> !head.at().isAfter(now)).limit(Math.max(0, most)).toList();
    List<Head> others = heads.subList(dueHeads.size(), heads.size());
    List<Instant> left = new ArrayList<>(others.stream().map(Head::at).toList());
    List<Due> due = new ArrayList<>();
    for (List<Object> answer : claim(dueHeads, now, again, most)) {
      if (!answer.getFirst().toString().isEmpty()) {
        left.add(Millis.read(answer.getFirst()));
      }
      for (int place = 1; place < answer.size(); place += 2) {
        due.add(new Due((String) answer.get(place), Millis.read(answer.get(place + 1))));
      }
    }
    due.sort(Comparator.comparing(Due::at));
    return new Answer(List.copyOf(due), left.stream().min(Comparator.naturalOrder()));
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

  /// Each partition gives its share; what is more comes at the next call.
  private List<List<Object>> claim(List<Head> heads, Instant now, Instant again, int most) {
    RedisClusterAsyncCommands<String, String> commands = redis.commands();
    String share = Integer.toString(heads.isEmpty() ? 0 : most / heads.size());
    return Replies.awaitAll(
        heads.stream()
            .map(
                head ->
                    script.start(
                        commands,
                        List.of(head.index()),
                        List.of(Millis.of(now), Millis.of(again), share)))
            .toList());
  }
}
