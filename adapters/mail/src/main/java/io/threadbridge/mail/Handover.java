package io.threadbridge.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One connection to the server that knows how far it came. Until the end of the message is sent
/// the server must not deliver it; from then on it may have.
final class Handover extends SMTPTransport {
  private volatile boolean ended;

  Handover(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    ended = true;
    super.finishData();
  }

  /// Whether the server may have the whole message.
  boolean mayHaveArrived() {
    return ended;
  }
}
