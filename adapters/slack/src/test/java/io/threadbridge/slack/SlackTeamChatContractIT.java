package io.threadbridge.slack;

import io.threadbridge.contract.ChatPlatform;
import io.threadbridge.contract.TeamChatContract;
import org.junit.jupiter.api.AfterEach;

final class SlackTeamChatContractIT implements TeamChatContract {
  private final SlackPlatform platform = new SlackPlatform();

  @Override
  public ChatPlatform platform() {
    return platform;
  }

  @AfterEach
  void close() {
    platform.close();
  }
}
