package io.threadbridge.bridge.site;

import java.time.Instant;
import java.util.Optional;

/// What new visitors of a site get, as its causes have it.
public sealed interface SiteMode extends SitePart {
  /// The chat.
  record Chat() implements SiteMode {}

  /// The contact form.
  ///
  /// @param since when this reason began
  /// @param goneSince since when its cause has been gone; empty while it lasts
  record Form(FormReason reason, Instant since, Optional<Instant> goneSince) implements SiteMode {
    Form back() {
      return new Form(reason, since, Optional.empty());
    }

    Form gone(Instant now) {
      return new Form(reason, since, Optional.of(now));
    }
  }

  /// Why it is the form; empty for the chat.
  default Optional<FormReason> form() {
    return switch (this) {
      case Chat _ -> Optional.empty();
      case Form form -> Optional.of(form.reason());
    };
  }
}
