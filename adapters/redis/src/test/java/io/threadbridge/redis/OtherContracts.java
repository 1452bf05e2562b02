package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.bridge.port.VisitorTokens;
import io.threadbridge.contract.DeskLineContract;
import io.threadbridge.contract.DeskRatesContract;
import io.threadbridge.contract.FiguresStoreContract;
import io.threadbridge.contract.NotebookContract;
import io.threadbridge.contract.RateLimitsContract;
import io.threadbridge.contract.SiteStoreContract;
import io.threadbridge.contract.ThreadIndexContract;
import io.threadbridge.contract.VisitorTokensContract;
import java.util.function.Function;

/// The promises about lines, threads, tokens, limits, sites, figures and notes, on either kind of
/// Redis.
abstract class OtherContracts
    implements DeskLineContract,
        ThreadIndexContract,
        VisitorTokensContract,
        RateLimitsContract,
        DeskRatesContract,
        SiteStoreContract,
        FiguresStoreContract,
        NotebookContract {
  private final RedisConnections redis;

  OtherContracts(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public DeskLine line() {
    return new RedisDeskLine(redis, _ -> ONE_A_SECOND);
  }

  @Override
  public DeskLine line(Function<DeskRef, DeskRates> rates) {
    return new RedisDeskLine(redis, rates);
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
  public FiguresStore figures() {
    return new RedisFiguresStore(redis);
  }

  @Override
  public Notebook notebook() {
    return new RedisNotebook(redis);
  }
}
