package io.threadbridge.bridge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedMapTest {
  private final BoundedMap<String, Integer> map = new BoundedMap<>(2);

  @Test
  void theOldestIsForgottenFirst() {
    map.put("a", 1);
    map.put("b", 2);
    map.put("c", 3);
    assertThat(map.get("a")).isEmpty();
    assertThat(map.get("b")).contains(2);
    assertThat(map.get("c")).contains(3);
  }

  @Test
  void whatIsThereIsNotPutAgain() {
    assertThat(map.putIfAbsent("a", 1)).isTrue();
    assertThat(map.putIfAbsent("a", 2)).isFalse();
    assertThat(map.get("a")).contains(1);
    map.remove("a");
    assertThat(map.putIfAbsent("a", 3)).isTrue();
  }
}
