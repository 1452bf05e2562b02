package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.redis.json.Lists;
import io.threadbridge.redis.json.SiteStateCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The sites in Redis: `load-site.lua` and `save-site.lua`, one slot each.
public final class RedisSiteStore implements SiteStore {
  private static final String ANY_VERSION = "";

  private final LuaScript load = LuaScript.named("load-site");
  private final LuaScript save = LuaScript.named("save-site");
  private final ClaimDueScript claimDue;
  private final RedisConnections redis;

  /// Sites behind these connections.
  public RedisSiteStore(RedisConnections redis) {
    this.redis = redis;
    this.claimDue = new ClaimDueScript(redis, RedisKeys.allSiteWake());
  }

  @Override
  public Loaded load(SiteName site, List<String> ids) {
    List<Object> answer = answer(site, ANY_VERSION, ids);
    Set<String> handled =
        ((List<?>) answer.get(2))
            .stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    return new Loaded(kept(answer), handled);
  }

  @Override
  public Optional<Kept> newer(SiteName site, long version) {
    List<Object> answer = answer(site, Long.toString(version), List.of());
    return answer.isEmpty() ? Optional.empty() : kept(answer);
  }

  private List<Object> answer(SiteName site, String known, List<String> ids) {
    return load.run(
        redis,
        List.of(RedisKeys.site(site), RedisKeys.siteHandled(site)),
        List.of(known, Lists.write(ids)));
  }

  private static Optional<Kept> kept(List<Object> answer) {
    String state = (String) answer.get(0);
    long version = Long.parseLong((String) answer.get(1));
    return state.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept(SiteStateCodec.read(state), version));
  }

  @Override
  public boolean save(SiteSave step) {
    SiteName site = step.next().name();
    List<Object> answer =
        save.runConfirmed(
            redis,
            List.of(RedisKeys.site(site), RedisKeys.siteHandled(site), RedisKeys.siteWake(site)),
            List.of(
                site.value(),
                Long.toString(step.expectedVersion()),
                SiteStateCodec.write(step.next()),
                step.wakeAt().map(Millis::of).orElse(""),
                Millis.of(step.now()),
                Lists.write(step.handled()),
                Millis.of(HANDLED_FOR),
                Integer.toString(HANDLED_MAX)));
    return answer.getFirst().toString().equals("1");
  }

  @Override
  public Due claimDue(Instant now, int most) {
    ClaimDueScript.Answer answer = claimDue.run(now, now.plus(LEASE), most);
    return new Due(
        answer.due().stream().map(due -> new SiteName(due.member())).toList(), answer.next());
  }
}
