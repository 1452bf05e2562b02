package io.threadbridge.config;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.config.Settings.EventsSettings;
import io.threadbridge.config.Settings.Mail;
import io.threadbridge.config.Settings.WebhookForm;
import io.threadbridge.config.Settings.WebhookSettings;
import io.threadbridge.hook.HookTarget;
import io.threadbridge.mail.MailServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where mail, webhook calls and events go, as the settings have it.
///
/// @param mail absent: no mail is sent
/// @param events the receivers of the sites that have one
record OutwardSettings(
    Optional<MailServer> mail, Map<SiteName, HookTarget> hooks, Map<SiteName, HookTarget> events) {
  private static final URI PAGERDUTY = URI.create("https://events.pagerduty.com/v2/enqueue");
  private static final String SEE = "see docs/mail.md";

  static OutwardSettings of(Settings settings) {
    Map<SiteName, HookTarget> hooks = new HashMap<>();
    Map<SiteName, HookTarget> events = new HashMap<>();
    settings
        .sites()
        .forEach(
            (name, site) -> {
              hook("sites." + name + ".on-call.webhook", site.onCall().webhook())
                  .ifPresent(target -> hooks.put(new SiteName(name), target));
              events("sites." + name + ".events", site.events())
                  .ifPresent(target -> events.put(new SiteName(name), target));
            });
    return new OutwardSettings(mail(settings.mail()), Map.copyOf(hooks), Map.copyOf(events));
  }

  private static Optional<HookTarget> events(String key, @Nullable EventsSettings events) {
    return events == null
        ? Optional.empty()
        : hook(
            key,
            new WebhookSettings(
                events.address(), events.secret(), events.secretFile(), WebhookForm.THREADBRIDGE));
  }

  private static Optional<MailServer> mail(Mail mail) {
    if (mail.host() == null) {
      if (mail.from() != null || mail.username() != null) {
        throw new SettingsProblem("threadbridge.mail.host is missing", "name the mail server");
      }
      return Optional.empty();
    }
    if (mail.from() == null) {
      throw new SettingsProblem(
          "threadbridge.mail.from is missing", "write an address such as chat@shop.example");
    }
    try {
      return Optional.of(
          new MailServer(mail.host(), mail.port(), login(mail), mail.from(), mail.startTls()));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem("threadbridge.mail." + e.getMessage(), SEE, e);
    }
  }

  private static Optional<MailServer.Login> login(Mail mail) {
    Optional<String> password = mail.secret();
    if (mail.username() == null && password.isEmpty()) {
      return Optional.empty();
    }
    if (mail.username() == null || password.isEmpty()) {
      throw new SettingsProblem(
          "threadbridge.mail has one of username and password only",
          "set both, or neither for a server without a login");
    }
    return Optional.of(new MailServer.Login(mail.username(), password.get()));
  }

  private static Optional<HookTarget> hook(String key, @Nullable WebhookSettings webhook) {
    if (webhook == null) {
      return Optional.empty();
    }
    URI address = webhook.address();
    if (address == null && webhook.format() == WebhookForm.THREADBRIDGE) {
      throw new SettingsProblem(
          "threadbridge." + key + ".address is missing",
          "write one such as https://alerts.example/threadbridge");
    }
    String secret =
        Secrets.read(key + ".secret", webhook.secret(), webhook.secretFile()).orElse("");
    try {
      return Optional.of(
          new HookTarget(address == null ? PAGERDUTY : address, secret, form(webhook.format())));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          "threadbridge." + key + "." + e.getMessage(), "see docs/webhooks.md", e);
    }
  }

  private static HookTarget.Format form(WebhookForm form) {
    return switch (form) {
      case THREADBRIDGE -> HookTarget.Format.THREADBRIDGE;
      case PAGERDUTY -> HookTarget.Format.PAGERDUTY;
    };
  }
}
