package io.threadbridge.config;

import io.threadbridge.redis.RedisClock;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisConversationStore;
import io.threadbridge.redis.RedisDeskLine;
import io.threadbridge.redis.RedisFileStore;
import io.threadbridge.redis.RedisNotebook;
import io.threadbridge.redis.RedisOutbox;
import io.threadbridge.redis.RedisPresenceBook;
import io.threadbridge.redis.RedisRateLimits;
import io.threadbridge.redis.RedisSecrets;
import io.threadbridge.redis.RedisThreadIndex;
import io.threadbridge.redis.RedisVisitorTokens;
import io.threadbridge.redis.RedisWakeUps;
import io.threadbridge.redis.VisitorNudgeBus;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is kept in Redis, and the one clock.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  @Bean
  RedisHome redisHome(CheckedSettings checked) {
    Settings settings = checked.settings();
    URI url = settings.redis().url();
    return url == null ? RedisHome.embedded(settings.dataDir()) : new RedisHome(url.toString());
  }

  @Bean
  RedisConnections redisConnections(RedisHome home) {
    return RedisConnections.open(home.url());
  }

  @Bean
  RedisClock clock(RedisConnections redis) {
    return new RedisClock(redis);
  }

  @Bean
  RedisConversationStore conversationStore(RedisConnections redis) {
    return new RedisConversationStore(redis);
  }

  @Bean
  RedisOutbox outbox(RedisConnections redis) {
    return new RedisOutbox(redis);
  }

  @Bean
  RedisWakeUps wakeUps(RedisConnections redis) {
    return new RedisWakeUps(redis);
  }

  @Bean
  PlatformRates platformRates(Settings settings) {
    return new PlatformRates(settings.slack());
  }

  @Bean
  RedisDeskLine deskLine(RedisConnections redis, PlatformRates rates) {
    return new RedisDeskLine(redis, rates);
  }

  @Bean
  RedisThreadIndex threadIndex(RedisConnections redis, Observations observer) {
    return new RedisThreadIndex(
        redis, (desk, many) -> observer.orphansForgotten(desk.value(), many));
  }

  @Bean
  RedisPresenceBook presenceBook(RedisConnections redis) {
    return new RedisPresenceBook(redis);
  }

  @Bean
  RedisVisitorTokens visitorTokens(RedisConnections redis) {
    return new RedisVisitorTokens(redis);
  }

  @Bean
  RedisRateLimits rateLimits(RedisConnections redis) {
    return new RedisRateLimits(redis);
  }

  @Bean
  RedisFileStore fileStore(RedisConnections redis) {
    return new RedisFileStore(redis);
  }

  @Bean
  RedisSecrets secrets(RedisConnections redis) {
    return new RedisSecrets(redis);
  }

  @Bean
  RedisNotebook notebook(RedisConnections redis) {
    return new RedisNotebook(redis);
  }

  @Bean
  VisitorNudgeBus visitorNudgeBus(RedisConnections redis) {
    return new VisitorNudgeBus(redis);
  }
}
