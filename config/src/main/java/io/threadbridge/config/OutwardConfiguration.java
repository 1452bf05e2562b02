package io.threadbridge.config;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.HookCall;
import io.threadbridge.bridge.port.Hooks;
import io.threadbridge.bridge.port.MailOut;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.hook.HttpHooks;
import io.threadbridge.mail.SmtpMailOut;
import io.threadbridge.redis.RedisSecrets;
import io.threadbridge.web.FileLimits;
import io.threadbridge.web.LinkRoutes;
import io.threadbridge.web.Origins;
import io.threadbridge.web.SharedFileRoutes;
import io.threadbridge.web.SignedLinks;
import io.threadbridge.web.VisitorGate;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// What leaves the desk: mail to visitors with the links in it, and webhooks.
@Configuration(proxyBeanMethods = false)
class OutwardConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(OutwardConfiguration.class);

  /// Opens a channel in whichever workspace the reader is signed in to.
  private static final String SLACK_CHANNEL = "https://slack.com/app_redirect?channel=";

  @Bean
  OutwardSettings outwardSettings(Settings settings) {
    return OutwardSettings.of(settings);
  }

  @Bean
  OutwardWatch outwardWatch() {
    return new OutwardWatch();
  }

  @Bean
  SignedLinks signedLinks(CheckedSettings settings, RedisSecrets secrets, InstantSource clock) {
    byte[] secret =
        LinkSecret.of(settings.settings(), proposed -> secrets.kept(LinkSecret.NAME, proposed));
    return new SignedLinks(settings.settings().publicUrl(), secret, clock);
  }

  @Bean
  MailOut mailOut(
      Settings settings,
      OutwardSettings outward,
      Sites sites,
      Texts texts,
      SignedLinks links,
      OutwardWatch watch,
      InstantSource clock) {
    if (outward.mail().isEmpty()) {
      if (!settings.hasSandbox()) {
        LOG.info(
            "threadbridge.mail.host is not set: visitors who leave are not sent what they missed");
      }
      return _ -> new Delivery.Refused("no mail server is configured");
    }
    MailOut mails = new SmtpMailOut(outward.mail().get(), sites, texts, links, clock);
    return mail -> watch.seen("Mail", mails.send(mail));
  }

  @Bean
  HttpHooks httpHooks(
      Settings settings, OutwardSettings outward, Sites sites, InstantSource clock) {
    return new HttpHooks(outward.hooks(), linkToDesk(settings, sites), clock);
  }

  /// What callers get; the client itself is a bean only so that it is closed.
  @Bean
  @Primary
  Hooks hooks(HttpHooks hooks, OutwardWatch watch) {
    return call -> watch.seen("The webhook of " + call.site().value(), hooks.call(call));
  }

  private static Function<HookCall, Optional<URI>> linkToDesk(Settings settings, Sites sites) {
    return call ->
        sites
            .find(call.site())
            .map(Site::desk)
            .filter(desk -> desk.platform().equals("slack"))
            .map(desk -> channel(settings, desk));
  }

  private static URI channel(Settings settings, DeskRef desk) {
    boolean pretend = settings.hasSandbox() && !settings.slack().isConfigured();
    return pretend
        ? settings.publicUrl().resolve("/sandbox/")
        : URI.create(SLACK_CHANNEL + desk.channel());
  }

  @Bean
  RouterFunction<ServerResponse> linkRoutes(
      SignedLinks links,
      VisitorGate gate,
      VisitorDoor door,
      Texts texts,
      RateLimits rates,
      Origins origins,
      InstantSource clock) {
    return new LinkRoutes(links, gate, door, texts, rates, origins, clock).routes();
  }

  @Bean
  RouterFunction<ServerResponse> sharedFileRoutes(
      SignedLinks links,
      ConversationFiles files,
      Texts texts,
      RateLimits rates,
      InstantSource clock) {
    return new SharedFileRoutes(links, files, texts, rates, FileLimits.DEFAULT, clock).routes();
  }
}
