package io.threadbridge.mail;

import io.threadbridge.bridge.port.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// What a failed handover means. The server's own words are left out: they often name the visitor's
/// address.
final class Verdict {
  /// A server that is away or busy is asked again after this.
  static final Duration AGAIN = Duration.ofSeconds(30);

  private static final int PERMANENT = 500;
  private static final int CAUSES_MAX = 10;

  private Verdict() {}

  /// @param mayHaveArrived whether the whole message was sent before this failed
  static Delivery of(MessagingException failed, boolean mayHaveArrived) {
    for (Throwable cause : Stream.iterate(failed, Verdict::next).limit(CAUSES_MAX).toList()) {
      switch (cause) {
        case SMTPAddressFailedException address when address.getReturnCode() > 0 -> {
          return refusedAddress(address.getReturnCode());
        }
        case SMTPSendFailedException answer when answer.getReturnCode() > 0 -> {
          return answered(answer.getReturnCode(), answer.getCommand());
        }
        case AuthenticationFailedException _ -> {
          return later(
              "the mail server refuses the login", "check mail.username and mail.password");
        }
        default -> {}
      }
    }
    return mayHaveArrived
        ? new Delivery.Unknown("the mail server did not say whether it took the mail")
        : later(
            "the mail server cannot be reached", "check mail.host, mail.port and mail.start-tls");
  }

  private static Throwable next(Throwable cause) {
    Throwable chained =
        cause instanceof MessagingException mail && mail.getNextException() != null
            ? mail.getNextException()
            : cause.getCause();
    return chained == null ? cause : chained;
  }

  private static Delivery refusedAddress(int code) {
    return code >= PERMANENT
        ? new Delivery.Refused("the mail server refuses the visitor's address: " + code)
        : later("the mail server does not take mail for the visitor now: " + code, "");
  }

  /// The server's answer to the sender or to the whole message. A sender that is refused is ours to
  /// mend; a message that is refused will be so again.
  private static Delivery answered(int code, String command) {
    if (code < PERMANENT) {
      return later("the mail server is busy: " + code, "");
    }
    return command.startsWith("MAIL")
        ? later("the mail server refuses our sender: " + code, "check mail.from and the login")
        : new Delivery.Refused("the mail server refuses the mail: " + code);
  }

  private static Delivery later(String why, String mend) {
    return new Delivery.Later(AGAIN, why, mend);
  }
}
