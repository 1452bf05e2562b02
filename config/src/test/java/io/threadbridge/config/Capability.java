package io.threadbridge.config;

import java.util.Locale;

/// What a story needs of a chat platform, in the words in which stories name it.
enum Capability {
  CARD("A card per conversation, kept true in place"),
  THREAD_REPLIES("Replies in the card's thread reach the visitor"),
  STAFF_EDITS("What the staff change or take back changes for the visitor"),
  POST_EDITS("What the visitor changes or takes back changes in the thread"),
  BUTTONS("Buttons on the card"),
  CONFIRMATION("A question before a button does what it says"),
  TIME_MENU("A menu of times on the card"),
  PEOPLE_MENU("A menu of people on the card"),
  THREAD_COMMANDS("Commands written in the thread"),
  CHANNEL_COMMANDS("Commands for the whole channel"),
  REACTIONS("Reactions on the card that do what a button does"),
  NOTE_CONFIRMED("An internal note is confirmed to its writer"),
  PRIVATE_HINT("A word that only one person sees"),
  OUTSIDER_HINT("Who is refused is told so privately"),
  PRIVATE_BUTTON("A button that only one person sees"),
  DIRECT_MESSAGE("A direct message to one person, with a button"),
  CHANNEL_CALL("A call in the channel, taken back when somebody comes"),
  OUTSIDERS("Guests and people of other firms are told apart"),
  STAFF_PICTURES("Pictures from the team reach the visitor"),
  STAFF_FILES("Other files from the team reach the visitor"),
  VISITOR_PICTURES("Pictures from the visitor are seen in the thread"),
  VISITOR_FILES("Other files from the visitor can be opened from the thread"),
  FILES_NOTICED("A file that cannot be passed on is told to its sender");

  private final String meaning;

  Capability(String meaning) {
    this.meaning = meaning;
  }

  /// What it means, as the table has it.
  String meaning() {
    return meaning;
  }

  /// Its name in stories, such as `private hint`.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The capability of this name.
  static Capability of(String word) {
    for (Capability capability : values()) {
      if (capability.word().equals(word)) {
        return capability;
      }
    }
    throw new IllegalArgumentException("no capability is called \"" + word + "\"");
  }
}
