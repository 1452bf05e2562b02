package io.threadbridge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions.RefreshTrigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each of these was a measured fault before it was a setting.
final class RedisOptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  static List<ClientOptions> bothKinds() {
    return List.of(RedisOptions.single(), RedisOptions.cluster());
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aCommandIsNeverSentAgainByTheClient(ClientOptions options) {
    assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aBrokenConnectionIsMadeAnew(ClientOptions options) {
    assertThat(options.isAutoReconnect()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void aCommandIsGivenUpAfterASecond(ClientOptions options) {
    assertThat(options.getTimeoutOptions().isTimeoutCommands()).isTrue();
    assertThat(options.getTimeoutOptions().getSource().getTimeout(null))
        .isEqualTo(SECOND.toNanos());
    assertThat(options.getSocketOptions().getConnectTimeout()).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void theQueueOfAConnectionHasABound(ClientOptions options) {
    assertThat(options.getRequestQueueSize()).isEqualTo(10_000);
  }

  @Test
  void theTopologyIsLookedAtOnEverySignOfChangeAndBesides() {
    ClusterClientOptions options = RedisOptions.cluster();
    ClusterTopologyRefreshOptions topology = options.getTopologyRefreshOptions();

    assertThat(topology.getAdaptiveRefreshTriggers())
        .containsExactlyInAnyOrder(RefreshTrigger.values());
    assertThat(topology.getAdaptiveRefreshTimeout()).isEqualTo(SECOND);
    assertThat(topology.isPeriodicRefreshEnabled()).isTrue();
    assertThat(topology.getRefreshPeriod()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.isValidateClusterNodeMembership()).isFalse();
  }

  @Test
  void aQuestionAboutTheTopologyIsGivenUpAfterASecondToo() {
    assertThat(RedisOptions.addresses("redis-cluster://a.example:1,b.example:2"))
        .extracting(RedisURI::getTimeout)
        .containsExactly(SECOND, SECOND);
  }

  @Test
  void aClustersAddressNamesSeveralNodesWithOnePassword() {
    List<RedisURI> addresses =
        RedisOptions.addresses("rediss-cluster://:secret@a.example:1,b.example:2");

    assertThat(addresses).extracting(RedisURI::getHost).containsExactly("a.example", "b.example");
    assertThat(addresses).extracting(RedisURI::getPort).containsExactly(1, 2);
    assertThat(addresses).allMatch(RedisURI::isSsl);
    assertThat(addresses).allMatch(RedisOptionsTest::hasPassword);
  }

  private static boolean hasPassword(RedisURI address) {
    RedisCredentials credentials = address.getCredentialsProvider().resolveCredentials().block();
    return credentials != null && credentials.hasPassword();
  }

  @Test
  void oneRedisIsNamedWithOrWithoutEncryption() {
    assertThat(RedisOptions.addresses("redis://a.example:1")).noneMatch(RedisURI::isSsl);
    assertThat(RedisOptions.addresses("rediss://a.example:1")).allMatch(RedisURI::isSsl);
    assertThat(RedisOptions.namesCluster("rediss://a.example:1")).isFalse();
    assertThat(RedisOptions.namesCluster("redis-cluster://a.example:1")).isTrue();
  }
}
