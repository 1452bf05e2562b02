package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;

import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The one site of these tests.
final class Shop implements Sites {
  Site site() {
    return new Site(
        new SiteName("shop"),
        "Shop",
        List.of("https://shop.example"),
        DESK,
        List.of("en"),
        "en",
        ZoneOffset.UTC,
        List.of(),
        Duration.ofDays(1),
        Policy.DEFAULT,
        Staffing.NONE);
  }

  @Override
  public Optional<Site> find(SiteName name) {
    return name.equals(site().name()) ? Optional.of(site()) : Optional.empty();
  }

  @Override
  public List<Site> all() {
    return List.of(site());
  }
}
