package io.threadbridge.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/// One mail as it goes over the wire. Its message id is made of the mail's own id, so a repeat is
/// the same mail: most mailboxes show it once.
///
/// All mails of a conversation refer to one id that no mail has, made of the conversation's: so
/// they stand together in the visitor's mailbox whichever of them arrive.
final class Letter extends MimeMessage {
  private static final String UTF_8_NAME = UTF_8.name();
  private static final int ID_CHARACTERS = 40;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /// Who writes to whom.
  ///
  /// @param sender the site's title
  record Envelope(String from, String sender, InternetAddress to) {}

  /// The names of a mail and of its conversation among all mail of the world.
  record Names(String mail, String conversation, String domain) {
    String messageId() {
      return id("mail", mail);
    }

    private String threadId() {
      return id("chat", conversation);
    }

    private String id(String kind, String name) {
      return "<" + kind + "." + hash(name) + "@" + domain + ">";
    }
  }

  static Letter of(Session session, Envelope envelope, Names names, LetterText text, Instant now)
      throws MessagingException {
    Letter letter = new Letter(session, names.messageId());
    letter.setFrom(named(envelope));
    letter.setRecipient(Message.RecipientType.TO, envelope.to());
    letter.setSubject(LetterText.oneLine(text.subject()), UTF_8_NAME);
    letter.setHeader("Date", DATE.format(now));
    letter.setHeader("In-Reply-To", names.threadId());
    letter.setHeader("References", names.threadId());
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("List-Unsubscribe", "<" + text.stopAt() + ">");
    letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    letter.setContentLanguage(new String[] {text.language()});
    letter.setContent(both(text));
    letter.saveChanges();
    return letter;
  }

  private static InternetAddress named(Envelope envelope) throws MessagingException {
    try {
      return new InternetAddress(
          envelope.from(), LetterText.oneLine(envelope.sender()), UTF_8_NAME);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  /// The last alternative is the one that readers prefer.
  private static MimeMultipart both(LetterText text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain(), UTF_8_NAME);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), UTF_8_NAME, "html");
    return new MimeMultipart("alternative", plain, html);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static String hash(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
