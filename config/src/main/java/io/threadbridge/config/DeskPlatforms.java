package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import java.util.Collection;

/// Which platforms the settings connect us to: a desk on any other could never be served.
///
/// @param settings the program's
record DeskPlatforms(Settings settings) {
  private static final String SLACK = "slack";
  private static final String TEAMS = "teams";

  /// A desk whose channel is written as its platform writes it.
  ///
  /// @throws IllegalArgumentException if it is not
  static DeskRef shaped(DeskRef desk) {
    if (desk.platform().equals(TEAMS) && !desk.channel().matches("[^/\\s]+/[^/\\s]+")) {
      throw new IllegalArgumentException(
          "a desk in Teams needs both ids, that of the team and that of the channel: "
              + desk.value());
    }
    return desk;
  }

  /// Stops the start if a site has a desk on a platform that is not connected.
  void require(Collection<Site> sites) {
    for (Site site : sites) {
      site.desks()
          .filter(desk -> !has(desk.platform()))
          .findFirst()
          .ifPresent(desk -> refuse(site, desk));
    }
  }

  private boolean has(String platform) {
    return switch (platform) {
      case SLACK -> settings.hasSlack();
      case TEAMS -> settings.hasTeams();
      default -> false;
    };
  }

  private static void refuse(Site site, DeskRef desk) {
    throw new SettingsProblem(
        "threadbridge.sites."
            + site.name().value()
            + " has a desk on a platform that is not configured: "
            + desk.value(),
        switch (desk.platform()) {
          case SLACK -> "configure threadbridge.slack, see README, or name a desk elsewhere";
          case TEAMS -> "configure threadbridge.teams, see README, or name a desk elsewhere";
          default -> "name a desk that begins with slack: or teams:";
        });
  }
}
