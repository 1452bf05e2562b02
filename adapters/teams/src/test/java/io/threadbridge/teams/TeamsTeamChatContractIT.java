package io.threadbridge.teams;

import io.threadbridge.contract.ChatPlatform;
import io.threadbridge.contract.TeamChatContract;
import org.junit.jupiter.api.AfterEach;

final class TeamsTeamChatContractIT implements TeamChatContract {
  private final TeamsPlatform platform = new TeamsPlatform();

  @Override
  public ChatPlatform platform() {
    return platform;
  }

  @AfterEach
  void close() {
    platform.close();
  }
}
