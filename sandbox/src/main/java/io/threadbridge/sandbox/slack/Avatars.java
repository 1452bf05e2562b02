package io.threadbridge.sandbox.slack;

import java.util.Map;

/// Small drawn faces, so that everybody in the workspace has a picture without a file or a
/// network.
final class Avatars {
  private record Look(String back, String skin, String hair, String shirt, String cut) {}

  private static final String LONG =
      "M11 22c0-8 4-13 9-13s9 5 9 13c0 5 1 8 1 8h-4l-1-11c-4 0-8-1-9-4-1 3-1 4-2 5l-1 10h-3s1-3 1-8z";
  private static final String SHORT =
      "M12 19c-1-7 3-11 8-11s9 4 8 11c-1-3-2-5-4-6-3 1-7 1-9 0-2 1-3 3-3 6z";
  private static final String BUN =
      "M20 3a4 4 0 0 1 3 6c4 1 6 5 5 10-1-3-3-5-5-6-2 1-5 1-7 0-2 1-3 3-4 6-1-5 1-9 5-10a4 4 0 0 1 3-6z";

  private static final Map<String, Look> LOOKS =
      Map.of(
          SandboxIds.ANNA, new Look("#ffd9c2", "#f4c7a1", "#8a4b2a", "#2f6f73", LONG),
          SandboxIds.BEN, new Look("#cfe3ff", "#e8b48c", "#3b2a20", "#b5532f", SHORT),
          SandboxIds.OLENA, new Look("#e6d7f7", "#f2c9ad", "#c9963f", "#5a3d8a", BUN),
          SandboxIds.GUEST, new Look("#e9ecd2", "#c98f65", "#1f1b1a", "#6b7a2b", SHORT),
          SandboxIds.STRANGER, new Look("#dfe3e8", "#dba77f", "#5b5f66", "#33475b", SHORT));

  private Avatars() {}

  static String svg(Person person) {
    Look look = LOOKS.get(person.id());
    return look == null ? robot(person) : face(look);
  }

  private static String face(Look look) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="192" height="192">
        <rect width="40" height="40" fill="%s"/>
        <path d="M6 40c0-8 6-12 14-12s14 4 14 12z" fill="%s"/>
        <path d="M17 25h6v5a3 3 0 0 1-6 0z" fill="%s"/>
        <ellipse cx="20" cy="20" rx="7.6" ry="8.8" fill="%s"/>
        <path d="%s" fill="%s"/>
        <circle cx="17" cy="20.500" r="1" fill="#2a211d"/><circle cx="23" cy="20.500" r="1" fill="#2a211d"/>
        <path d="M17 24.500q3 2.400 6 0" fill="none" stroke="#2a211d" stroke-width="1.100" stroke-linecap="round"/>
        </svg>
        """
        .formatted(look.back(), look.shirt(), look.skin(), look.skin(), look.cut(), look.hair());
  }

  private static String robot(Person person) {
    String back = person.kind() == Person.Kind.OWN_BOT ? "#0f766e" : "#6b7280";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="192" height="192">
        <rect width="40" height="40" fill="%s"/>
        <path d="M8 13a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H18l-6 5v-5h-1a3 3 0 0 1-3-3z" fill="#fff"/>
        <path d="M13 15.500h14M13 20.500h9" stroke="%s" stroke-width="2.200" stroke-linecap="round"/>
        </svg>
        """
        .formatted(back, back);
  }
}
