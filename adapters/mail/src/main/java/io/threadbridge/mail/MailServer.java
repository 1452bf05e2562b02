package io.threadbridge.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Properties;

/// The SMTP server that takes our mail.
///
/// @param host its name or address
/// @param port 465 speaks TLS from the first byte; any other in the clear until `startTls`
/// @param login absent: mail is handed over without
/// @param from the address that the mail comes from, without a name
/// @param startTls whether a connection that does not turn to TLS is given up
public record MailServer(
    String host, int port, Optional<Login> login, String from, boolean startTls) {
  private static final int PORT_MAX = 65_535;
  private static final int TLS_PORT = 465;

  /// No single answer of the server is waited for longer than this.
  private static final int ANSWER_MILLIS = 10_000;

  private static final int CONNECT_MILLIS = 5_000;

  /// Name and password. Never printed.
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }

  /// A server that can be used.
  ///
  /// @throws IllegalArgumentException if it cannot; the message says which part and the mend
  public MailServer {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is empty; name the mail server");
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("port is none: " + port + "; 587 and 465 are usual");
    }
    requireAddress(from);
  }

  private static void requireAddress(String from) {
    try {
      new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "from is no mail address: " + from + "; write one such as chat@shop.example", e);
    }
  }

  /// The half after the `@`: message ids are made within it.
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  /// How the library wants to be told.
  Properties properties() {
    Properties all = new Properties();
    all.setProperty("mail.smtp.host", host);
    all.setProperty("mail.smtp.port", Integer.toString(port));
    all.setProperty("mail.smtp.from", from);
    all.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
    all.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
    all.setProperty("mail.smtp.timeout", Integer.toString(ANSWER_MILLIS));
    boolean tls = port == TLS_PORT;
    all.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls && !tls));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls && !tls));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // What the server says to our goodbye changes nothing.
    all.setProperty("mail.smtp.quitwait", "false");
    return all;
  }
}
