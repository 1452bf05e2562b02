package io.threadbridge.bridge.staffing;

import java.time.Duration;

/// What a firm wants for its visitors, and what is taken for granted where nothing is measured.
///
/// @param share of all visitors who are to be answered in time, more than 0 and less than 1
/// @param within the time to a first answer
/// @param reaction how long somebody who is free needs to see a visitor and write; less than
///     `within`
/// @param patience how long visitors wait before they leave, on average, from a second to a day
/// @param usualHandling how long a conversation takes, a second or more, where too few have been
///     measured
/// @param capacity conversations a person serves at once, the setting `capacity-per-person`
public record StaffingGoal(
    double share,
    Duration within,
    Duration reaction,
    Duration patience,
    Duration usualHandling,
    int capacity) {
  public StaffingGoal {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
    }
    if (reaction.isNegative() || reaction.compareTo(within) >= 0) {
      throw new IllegalArgumentException("nobody answers within " + within);
    }
    WaitingLine.impatient(new Demand(1, usualHandling), new Crew(1, capacity), patience);
  }

  /// Nine of ten within a minute. PRODUCT's clock calls nobody beyond the desk in the first 45 s
  /// and counts a visitor as missed after 5 min, which is taken for their patience.
  public static StaffingGoal usual(int capacity) {
    return new StaffingGoal(
        0.9,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        capacity);
  }

  /// Which share of such visitors these people answer in time. Of 1.5 people one is there all the
  /// time and the other half of it.
  double reachedBy(double people, Demand demand) {
    int always = (int) Math.min(people, Crew.PEOPLE_MAX);
    double sometimes = people > Crew.PEOPLE_MAX ? 0 : people - always;
    double reached = (1 - sometimes) * reachedBy(always, demand);
    return sometimes == 0 ? reached : reached + sometimes * reachedBy(always + 1, demand);
  }

  private double reachedBy(int people, Demand demand) {
    return WaitingLine.impatient(demand, new Crew(people, capacity), patience)
        .servedWithin(within.minus(reaction));
  }
}
