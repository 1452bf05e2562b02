package io.threadbridge.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.mail.MailServer.Login;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What arrives at a real server.
final class SmtpMailOutTest {
  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private SmtpMailOut mails() {
    return Given.mailTo(greenMail.getSmtp().getPort());
  }

  private MimeMessage only() {
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
    return greenMail.getReceivedMessages()[0];
  }

  private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
    return ((String) part.getContent()).replace("\r\n", "\n");
  }

  @Test
  void theVisitorReadsWhoWroteWhatAndFindsTheWayBack() throws MessagingException, IOException {
    Delivery delivery = mails().send(Given.mail("m1", "Yes, in blue.\nUntil Friday.", "And red."));

    assertThat(delivery).isInstanceOf(Delivery.Done.class);
    assertThat(only().getSubject()).isEqualTo("fi mail.subject Boats & Co");
    assertThat(only().getContentLanguage()).containsExactly("fi");
    assertThat(part(only(), 0))
        .startsWith("fi mail.intro Boats & Co\n")
        .contains("Anna <b>:\nYes, in blue.\nUntil Friday.\n\nAnna <b>:\nAnd red.")
        .contains("\nhttps://chat.example/back?t=conversation-1&x=1\n")
        .endsWith("https://chat.example/stop?t=conversation-1");
  }

  @Test
  void nothingThatAnybodyWroteIsMarkup() throws MessagingException, IOException {
    mails().send(Given.mail("m1", "<script>alert('1')</script> & \"you\"\nnext"));

    assertThat(part(only(), 1))
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;you&quot;<br>\nnext")
        .contains("<b>Anna &lt;b&gt;</b>")
        .contains("href=\"https://chat.example/back?t=conversation-1&amp;x=1\"")
        .doesNotContain("<script");
  }

  @Test
  void filesAreNamedSinceTheyAreOnlyInTheChat() throws MessagingException, IOException {
    mails().send(Given.mailWithFile("plan <1>.png", 214_000));

    assertThat(part(only(), 0)).contains("Anna <b>:\n📎 plan <1>.png · 214 kB\n\nfi mail.answer");
    assertThat(part(only(), 1)).contains("<br>\n📎 plan &lt;1&gt;.png · 214 kB</p>");
  }

  @Test
  void theHeadersSayThatAProgramWroteItAndHowToStopIt() throws MessagingException {
    mails().send(Given.mail("m1", "Yes."));

    assertThat(only().getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(only().getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://chat.example/stop?t=conversation-1>");
    assertThat(only().getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(only().getHeader("Date", null)).isEqualTo("Mon, 4 Jun 2035 12:00:00 +0000");
    InternetAddress from = (InternetAddress) only().getFrom()[0];
    assertThat(from.getAddress()).isEqualTo(Given.FROM);
    assertThat(from.getPersonal()).isEqualTo("Boats & Co");
  }

  @Test
  void aRepeatHasTheSameMessageIdAndAllMailsOfAConversationStandTogether()
      throws MessagingException {
    SmtpMailOut mails = mails();
    mails.send(Given.mail("m1", "Yes."));
    mails.send(Given.mail("m1", "Yes."));
    mails.send(Given.mail("m2", "And no."));

    MimeMessage[] all = greenMail.getReceivedMessages();
    assertThat(all).hasSize(3);
    assertThat(all[0].getMessageID())
        .matches("<mail\\.[0-9a-f]{40}@shop\\.example>")
        .isEqualTo(all[1].getMessageID())
        .isNotEqualTo(all[2].getMessageID());
    for (MimeMessage mail : all) {
      assertThat(mail.getHeader("References", null))
          .matches("<chat\\.[0-9a-f]{40}@shop\\.example>")
          .isEqualTo(all[0].getHeader("In-Reply-To", null));
    }
  }

  @Test
  void aTitleWithLineBreaksBeginsNoHeader() throws MessagingException {
    MailServer server =
        new MailServer(
            "127.0.0.1", greenMail.getSmtp().getPort(), Optional.empty(), Given.FROM, false);

    Given.mailTo(server, "Shop\r\nBcc: all@other.example\r\n\r\nHello\u2028X")
        .send(Given.mail("m1", "Yes."));

    assertThat(only().getHeader("Bcc")).isNull();
    assertThat(only().getAllRecipients()).hasSize(1);
    assertThat(only().getSubject())
        .isEqualTo("fi mail.subject Shop Bcc: all@other.example Hello X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "andriy",
        "@visitor.example",
        "andriy@",
        "a@b.example, c@d.example",
        "andriy@visitor.example\r\nBcc: all@other.example",
        "Andriy <andriy@visitor.example>",
        "andriy@visitor..example"
      })
  void whatIsNotOneAddressIsRefusedAndNothingSent(String address) {
    Delivery delivery = mails().send(Given.mailFor(address, "m1", "Yes."));

    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void aDomainMayBeInAnyScript() throws MessagingException {
    Delivery delivery = mails().send(Given.mailFor("andriy@крамниця.example", "m1", "Yes."));

    assertThat(delivery).isInstanceOf(Delivery.Done.class);
    assertThat(only().getAllRecipients()[0]).hasToString("andriy@xn--80aqejfp0c4d.example");
  }

  @Test
  void aMailOfWhichEverythingWasTakenBackIsDoneWithoutBeingSent() {
    assertThat(mails().send(Given.mail("m1"))).isInstanceOf(Delivery.Done.class);
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void onlyTheLatestFiftyMessagesStandInOneMail() throws MessagingException, IOException {
    String[] words = new String[60];
    for (int i = 0; i < words.length; i++) {
      words[i] = "word " + i + ".";
    }
    mails().send(Given.mail("m1", words));

    assertThat(part(only(), 0)).contains("word 10.", "word 59.").doesNotContain("word 9.");
  }

  @Test
  void theProgramLogsInWhereItIsTold() {
    greenMail.setUser("chat", "right");
    int port = greenMail.getSmtp().getPort();
    MailServer server =
        new MailServer(
            "127.0.0.1", port, Optional.of(new Login("chat", "right")), Given.FROM, false);

    assertThat(Given.mailTo(server, "Shop").send(Given.mail("m1", "Yes.")))
        .isInstanceOf(Delivery.Done.class);
  }

  @Test
  void aWrongPasswordIsToBeMendedAndTriedAgain() {
    greenMail.setUser("chat", "right");
    int port = greenMail.getSmtp().getPort();
    MailServer server =
        new MailServer(
            "127.0.0.1", port, Optional.of(new Login("chat", "wrong")), Given.FROM, false);

    assertThat(Given.mailTo(server, "Shop").send(Given.mail("m1", "Yes.")))
        .asInstanceOf(type(Delivery.Later.class))
        .satisfies(later -> assertThat(later.mend()).contains("mail.password"));
  }

  @Test
  void aServerThatDoesNotTurnToTlsGetsNothing() {
    int port = greenMail.getSmtp().getPort();
    MailServer server = new MailServer("127.0.0.1", port, Optional.empty(), Given.FROM, true);

    assertThat(Given.mailTo(server, "Shop").send(Given.mail("m1", "Yes.")))
        .isInstanceOf(Delivery.Later.class);
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }
}
