package io.threadbridge.calendar;

import org.jspecify.annotations.Nullable;

/// Why a calendar could not be fetched or read, in words for the firm's log. Names no address,
/// because whoever knows the address of a private calendar can read it.
final class CalendarProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String told;

  CalendarProblem(String told) {
    this(told, null);
  }

  CalendarProblem(String told, @Nullable Throwable cause) {
    super(told, cause);
    this.told = told;
  }

  String told() {
    return told;
  }
}
