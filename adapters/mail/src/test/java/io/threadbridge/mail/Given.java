package io.threadbridge.mail;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.VisitorLinks;
import io.threadbridge.bridge.port.VisitorMail;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A shop, its words and links, and mail to send.
final class Given {
  static final String VISITOR = "andriy@visitor.example";
  static final String FROM = "chat@shop.example";

  private static final Duration WHOLE = Duration.ofSeconds(2);

  private Given() {}

  static SmtpMailOut mailTo(int port) {
    return mailTo(new MailServer("127.0.0.1", port, Optional.empty(), FROM, false), "Boats & Co");
  }

  static SmtpMailOut mailTo(MailServer server, String title) {
    return new SmtpMailOut(
        server,
        new OneSite(site(title)),
        new LetterWriter(new PlainTexts(), new PlainLinks()),
        new ManualClock(Samples.NOON),
        WHOLE);
  }

  static VisitorMail mail(String id, String... words) {
    return mailFor(VISITOR, id, words);
  }

  static VisitorMail mailFor(String to, String id, String... words) {
    List<Message> messages = List.of(words).stream().map(Given::message).toList();
    return new VisitorMail(
        id, new ConversationId("conversation-1"), new SiteName("shop"), to, "fi", messages);
  }

  /// Of one message without words.
  static VisitorMail mailWithFile(String name, int size) {
    SharedFile.Source source = new SharedFile.Source.OnDesk(Samples.DESK, "F1");
    SharedFile file = new SharedFile("F1", name, "image/png", size, source);
    Message words = message("");
    Message message =
        new Message(2, words.author(), "", Samples.NOON, Optional.empty(), List.of(file), 0, false);
    return new VisitorMail(
        "m1",
        new ConversationId("conversation-1"),
        new SiteName("shop"),
        VISITOR,
        "fi",
        List.of(message));
  }

  private static Message message(String words) {
    Staff anna = new Staff("slack:U1", "Anna <b>", Optional.empty());
    return new Message(
        2, new Author.OfStaff(anna), words, Samples.NOON, Optional.empty(), 0, false);
  }

  private static Site site(String title) {
    return new Site(
        new SiteName("shop"),
        title,
        List.of("https://shop.example"),
        Samples.DESK,
        List.of("fi"),
        "en",
        ZoneOffset.UTC,
        List.of(),
        Duration.ofDays(30),
        Policy.DEFAULT,
        Staffing.NONE);
  }

  private record OneSite(Site site) implements Sites {
    @Override
    public Optional<Site> find(SiteName name) {
      return Optional.of(site).filter(one -> one.name().equals(name));
    }

    @Override
    public List<Site> all() {
      return List.of(site);
    }
  }

  private static final class PlainTexts implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return key.name();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      return language + " " + name + " " + arguments.get("site");
    }
  }

  private static final class PlainLinks implements VisitorLinks {
    @Override
    public URI back(ConversationId conversation) {
      return URI.create("https://chat.example/back?t=" + conversation.value() + "&x=1");
    }

    @Override
    public URI stopMail(ConversationId conversation) {
      return URI.create("https://chat.example/stop?t=" + conversation.value());
    }
  }
}
