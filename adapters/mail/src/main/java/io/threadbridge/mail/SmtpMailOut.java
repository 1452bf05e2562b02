package io.threadbridge.mail;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.MailOut;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.VisitorLinks;
import io.threadbridge.bridge.port.VisitorMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands mail over to an SMTP server, one connection for each: mails are few.
///
/// Until the end of a message is sent, a failure is [Delivery.Later]. After it nobody can know:
/// [Delivery.Unknown], and the repeat has the same message id. A mail has no place to be looked up,
/// so this is all that can be done against doubles.
public final class SmtpMailOut implements MailOut {
  /// A handover that is not done by then is broken off, before the lease of its effect ends.
  static final Duration WHOLE = Duration.ofSeconds(18);

  private static final Duration BREAKING_OFF = Duration.ofSeconds(2);
  private static final int ADDRESS_MAX = 254;

  private final MailServer server;
  private final Sites sites;
  private final LetterWriter writer;
  private final InstantSource clock;
  private final Duration whole;

  /// Mail through this server, about these sites.
  public SmtpMailOut(
      MailServer server, Sites sites, Texts texts, VisitorLinks links, InstantSource clock) {
    this(server, sites, new LetterWriter(texts, links), clock, WHOLE);
  }

  SmtpMailOut(
      MailServer server, Sites sites, LetterWriter writer, InstantSource clock, Duration whole) {
    this.server = server;
    this.sites = sites;
    this.writer = writer;
    this.clock = clock;
    this.whole = whole;
  }

  /// A mail without words is done without being sent: all of them were taken back meanwhile.
  @Override
  public Delivery send(VisitorMail mail) {
    Optional<Site> site = sites.find(mail.site());
    Optional<InternetAddress> to = address(mail.to());
    if (site.isEmpty()) {
      return new Delivery.Refused("the site is no longer in the settings");
    }
    if (to.isEmpty()) {
      return new Delivery.Refused("the visitor's address is no mail address");
    }
    return mail.messages().isEmpty()
        ? new Delivery.Done(new PostRef("nothing-unread"))
        : inTime(new FutureTask<>(() -> handOver(mail, site.get(), to.get())));
  }

  /// A virtual thread that waits for a socket and is interrupted lets go of it; then how far it
  /// came decides.
  private Delivery inTime(FutureTask<Delivery> sending) {
    Thread thread = Thread.ofVirtual().name("mail").start(sending);
    try {
      boolean _ = thread.join(whole);
      thread.interrupt();
      return sending.get(BREAKING_OFF.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("the program stopped while the mail was handed over");
    } catch (TimeoutException _) {
      return new Delivery.Unknown("the mail server did not answer in time");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a mail could not be written", e.getCause());
    }
  }

  private Delivery handOver(VisitorMail mail, Site site, InternetAddress to)
      throws MessagingException {
    Session session = Session.getInstance(server.properties());
    Letter.Names names = new Letter.Names(mail.id(), mail.conversation().value(), server.domain());
    Letter letter =
        Letter.of(
            session,
            new Letter.Envelope(server.from(), site.title(), to),
            names,
            writer.write(mail, site),
            clock.instant());
    Handover handover = new Handover(session);
    try {
      connect(handover);
      handover.sendMessage(letter, new Address[] {to});
      return new Delivery.Done(new PostRef(names.messageId()));
    } catch (MessagingException failed) {
      return Verdict.of(failed, handover.mayHaveArrived());
    } finally {
      letGo(handover);
    }
  }

  private void connect(Handover handover) throws MessagingException {
    if (server.login().isPresent()) {
      MailServer.Login login = server.login().get();
      handover.connect(server.host(), server.port(), login.username(), login.password());
    } else {
      handover.connect();
    }
  }

  private static void letGo(Handover handover) {
    try {
      handover.close();
    } catch (MessagingException _) {
      // The mail is handed over or it is not: a goodbye that fails changes nothing of it.
    }
  }

  /// The one address that was typed; a domain may be in any script.
  private static Optional<InternetAddress> address(String typed) {
    try {
      String clean = typed.strip();
      int at = clean.lastIndexOf('@');
      if (at < 1 || clean.length() > ADDRESS_MAX || !clean.equals(LetterText.oneLine(clean))) {
        return Optional.empty();
      }
      String ascii = clean.substring(0, at + 1) + IDN.toASCII(clean.substring(at + 1));
      InternetAddress address = new InternetAddress(ascii, true);
      return ascii.equals(address.getAddress()) ? Optional.of(address) : Optional.empty();
    } catch (AddressException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
