package io.threadbridge.bridge.site;

/// What a site's desk is told; the words stand in the language files, under `site.` and these names
/// in small letters with hyphens. Every text has the argument `site`, its title.
public enum SiteText {
  /// Several visitors got no answer in time. Arguments: `count`, `minutes`.
  BECAUSE_MISSES,
  /// Too many wait. Arguments: `waiting`, `present`.
  BECAUSE_OVERLOAD,
  /// Nobody is present.
  BECAUSE_NOBODY,
  /// Somebody asked for the form. Arguments: `name`, `time` until which it holds.
  BECAUSE_ASKED,
  /// New visitors get the contact form.
  THEN_FORM,
  /// New visitors go to another desk.
  THEN_OVERFLOW,
  /// New visitors get the chat again.
  AGAIN,
  /// Somebody asked for the chat. Arguments: `name`, `time` until which it holds.
  OPENED
}
