package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.List;
import java.util.Set;

/// The desk and the thread of the recorded activities.
final class Desks {
  static final TeamsPlace PLACE = new TeamsPlace("19:shop@thread.tacv2", "19:webchat@thread.tacv2");
  static final DeskRef DESK = PLACE.desk();
  static final ThreadRef THREAD = new ThreadRef("1772441900000");
  static final String ANNA = "a0000000-0000-0000-0000-000000000001";
  static final String BOT = "28:" + BotFramework.APP;

  /// Every thread is ours, and no command does anything.
  static final TeamsDoors DOORS =
      new TeamsDoors(
          new Knocks(),
          (_, _) -> true,
          (_, _, _) -> "",
          _ -> List.of(),
          () -> Set.of(DESK, new DeskRef("slack:C0SALES")));

  private Desks() {}
}
