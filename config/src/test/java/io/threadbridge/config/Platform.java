package io.threadbridge.config;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A chat platform that stories are played on, with what it can do: declared here, shown in
/// `docs/platforms.md`, and proven by every story that needs it.
enum Platform {
  SLACK("Slack", "slack:" + Workspace.DESK),
  TEAMS("Microsoft Teams", SandboxTeams.DESK);

  private final String called;
  private final String desk;

  /// @param desk where the stories play, in the sandbox
  Platform(String called, String desk) {
    this.called = called;
    this.desk = desk;
  }

  String called() {
    return called;
  }

  String desk() {
    return desk;
  }

  /// Why it cannot do something, as the table has it; empty if it can.
  Optional<String> whyNot(Capability capability) {
    return switch (this) {
      case SLACK -> Optional.empty();
      case TEAMS ->
          switch (capability) {
            case OUTSIDER_HINT ->
                Optional.of("the app speaks in private only to those who have it");
            case STAFF_FILES ->
                Optional.of("files in channels are kept in SharePoint, where an app may not look");
            default -> Optional.empty();
          };
    };
  }

  /// What it can do.
  Set<Capability> capabilities() {
    Set<Capability> can = EnumSet.allOf(Capability.class);
    can.removeIf(capability -> whyNot(capability).isPresent());
    return can;
  }

  /// The name of a site of the stories that is answered here.
  String site(String kind) {
    return kind + "-" + desk.substring(0, desk.indexOf(':'));
  }

  /// A person of the sandbox's, as settings name them.
  String person(Colleague who) {
    return switch (this) {
      case SLACK -> "slack:U0" + who.name();
      case TEAMS -> "teams:" + TeamsHands.objectId(who);
    };
  }

  /// What somebody is called there, to colleagues and visitors.
  String nameOf(Colleague who) {
    return switch (this) {
      case SLACK -> who.called();
      case TEAMS -> TeamsHands.fullName(who);
    };
  }

  /// New hands for one story.
  StaffHands hands(Program program) {
    return switch (this) {
      case SLACK -> new SlackHands(program.workspace(), Workspace.DESK);
      case TEAMS -> new TeamsHands(program.workspace());
    };
  }
}
