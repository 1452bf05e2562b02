package io.threadbridge.teams;

/// Where it is noted how it stands with Teams, for a health page and for whoever must mend it.
interface TeamsTroubles {
  /// A verified activity came, of whatever kind.
  void activityCame();

  /// Somebody must mend something.
  ///
  /// @param where a channel's or a team's id, or a part of ours
  /// @param what Teams' own name for it
  /// @param mend what to do, in a sentence
  void needsMending(String where, String what, String mend);

  /// It is mended, or never was broken.
  void mended(String where);
}
