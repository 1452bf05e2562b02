package io.threadbridge.teams;

import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.Staff;

/// Who somebody in Teams is, and whether they may act. In doubt they may not.
interface TeamsPeople {
  /// A person of the firm's tenant, or what looked like one.
  ///
  /// @param staff `teams:<Entra object id>`
  record Person(Staff staff, Standing standing) {}

  /// Who this is.
  ///
  /// @param account the sender's id in the Bot Framework, `29:…`, or the Entra object id
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if Teams does not say: what they did must
  ///     come again
  Person person(TeamsPlace place, String account);
}
