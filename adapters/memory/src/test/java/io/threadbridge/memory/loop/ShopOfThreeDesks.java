package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.OTHER_DESK;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same shop with two more desks.
final class ShopOfThreeDesks implements Sites {
  static final DeskRef THIRD_DESK = new DeskRef("slack:C0003");

  private final Site site = threeDesks(new Shop().site());

  private static Site threeDesks(Site shop) {
    return new Site(
        shop.name(),
        shop.title(),
        shop.origins(),
        shop.desk(),
        shop.languages(),
        shop.deskLanguage(),
        shop.zone(),
        shop.protectedPages(),
        shop.retention(),
        shop.policy(),
        shop.staffing(),
        Map.of("Shop", DESK, "Workshop", OTHER_DESK, "Warehouse", THIRD_DESK),
        shop.digests());
  }

  @Override
  public Optional<Site> find(SiteName name) {
    return Optional.of(site).filter(known -> known.name().equals(name));
  }

  @Override
  public List<Site> all() {
    return List.of(site);
  }
}
