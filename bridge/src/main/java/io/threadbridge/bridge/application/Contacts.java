package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Lead;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks what visitors type where they can be reached. Only what could never work is refused:
/// whether an address exists, the first mail shows.
final class Contacts {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:.]+(?:\\.[^\\s@<>\",;:.]+)+");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,30}");
  private static final int DIGITS_MIN = 5;

  private Contacts() {}

  /// The address or number as it is kept; empty if it is none.
  static Optional<String> clean(Lead.Way way, String typed) {
    String contact = typed.strip();
    boolean fits =
        contact.length() <= Lead.CONTACT_MAX
            && switch (way) {
              case EMAIL -> EMAIL.matcher(contact).matches();
              case CALLBACK ->
                  TELEPHONE.matcher(contact).matches()
                      && contact.chars().filter(Character::isDigit).count() >= DIGITS_MIN;
            };
    return fits ? Optional.of(contact) : Optional.empty();
  }
}
