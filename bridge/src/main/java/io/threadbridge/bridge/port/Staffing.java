package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.hours.OnCall;
import io.threadbridge.bridge.hours.Shifts;
import java.util.Optional;

/// When a site is served, and by whom.
///
/// @param hours its opening hours
/// @param hoursDecideAlone open inside hours whether or not anybody is present
/// @param onCall whom to wake
/// @param manager who is told of a visitor whom nobody answered
/// @param capacityPerPerson how many waiting visitors a present person is counted good for
/// @param overflowDesk where new conversations go instead of the contact form
public record Staffing(
    Hours hours,
    boolean hoursDecideAlone,
    OnCall onCall,
    Optional<Staff> manager,
    int capacityPerPerson,
    Optional<DeskRef> overflowDesk) {
  /// How many waiting visitors one person is counted good for, if the settings say nothing.
  public static final int CAPACITY = 3;

  /// Never closed, and nobody on call.
  public static final Staffing NONE =
      new Staffing(Hours.ALWAYS, false, Shifts.NONE, Optional.empty(), CAPACITY, Optional.empty());

  public Staffing {
    if (capacityPerPerson < 1) {
      throw new IllegalArgumentException("a person serves at least one visitor");
    }
  }
}
