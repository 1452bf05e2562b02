package io.threadbridge.redis;

import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.bridge.port.VisitorTokens;
import io.threadbridge.contract.DeskLineContract;
import io.threadbridge.contract.NotebookContract;
import io.threadbridge.contract.RateLimitsContract;
import io.threadbridge.contract.SiteStoreContract;
import io.threadbridge.contract.ThreadIndexContract;
import io.threadbridge.contract.VisitorTokensContract;
import java.util.Map;

/// The promises about lines, threads, tokens, limits, sites and notes, on either kind of Redis.
abstract class OtherContracts
    implements DeskLineContract,
        ThreadIndexContract,
        VisitorTokensContract,
        RateLimitsContract,
        SiteStoreContract,
        NotebookContract {
  private final RedisConnections redis;

  OtherContracts(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public DeskLine line() {
    return new RedisDeskLine(redis, Map.of());
  }

  @Override
  public ThreadIndex index() {
    return new RedisThreadIndex(redis, (_, _) -> {});
  }

  @Override
  public VisitorTokens tokens() {
    return new RedisVisitorTokens(redis);
  }

  @Override
  public RateLimits limits() {
    return new RedisRateLimits(redis);
  }

  @Override
  public SiteStore sites() {
    return new RedisSiteStore(redis);
  }

  @Override
  public Notebook notebook() {
    return new RedisNotebook(redis);
  }
}
