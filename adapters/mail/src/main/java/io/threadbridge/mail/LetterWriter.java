package io.threadbridge.mail;

import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.VisitorLinks;
import io.threadbridge.bridge.port.VisitorMail;
import java.util.List;
import java.util.Map;

/// Finds the words of a mail in the visitor's language.
final class LetterWriter {
  /// The most messages of one mail, the latest; the link shows them all.
  static final int MESSAGES_MAX = 50;

  private final Texts texts;
  private final VisitorLinks links;

  LetterWriter(Texts texts, VisitorLinks links) {
    this.texts = texts;
    this.links = links;
  }

  LetterText write(VisitorMail mail, Site site) {
    List<Message> messages = mail.messages();
    List<Message> latest =
        messages.subList(Math.max(0, messages.size() - MESSAGES_MAX), messages.size());
    return new LetterText(
        mail.language(),
        label(mail, site, "mail.subject"),
        label(mail, site, "mail.intro"),
        latest,
        label(mail, site, "mail.answer"),
        links.back(mail.conversation()),
        label(mail, site, "mail.works"),
        label(mail, site, "mail.stop"),
        links.stopMail(mail.conversation()));
  }

  private String label(VisitorMail mail, Site site, String name) {
    return texts
        .forSite(site.name())
        .label(mail.language(), site.zone(), name, Map.of("site", site.title()));
  }
}
