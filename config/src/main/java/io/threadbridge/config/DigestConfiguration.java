package io.threadbridge.config;

import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.HomeReports;
import io.threadbridge.bridge.application.Reports;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.pictures.DrawnPictures;
import io.threadbridge.redis.RedisSecrets;
import io.threadbridge.web.export.ExportLinks;
import io.threadbridge.web.export.ExportRoutes;
import io.threadbridge.web.export.PictureRoutes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// What the manager reads: digests, reports on demand, and the figures as files.
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {
  @Bean
  Pictures pictures() {
    return new DrawnPictures();
  }

  @Bean
  Reports reports(
      FiguresStore figures,
      ConversationStore conversations,
      Desks desks,
      Texts texts,
      Pictures pictures,
      ReportLinks links,
      InstantSource clock) {
    return new Reports(figures, conversations, desks, texts, pictures, links, clock);
  }

  @Bean
  HomeReports homeReports(Reports reports, SiteBook book, Sites sites, InstantSource clock) {
    return new HomeReports(reports, book, sites, clock);
  }

  /// Signed with what signs the links in mail.
  @Bean
  ExportLinks exportLinks(CheckedSettings checked, RedisSecrets secrets, InstantSource clock) {
    Settings settings = checked.settings();
    byte[] secret = LinkSecret.of(settings, proposed -> secrets.kept(LinkSecret.NAME, proposed));
    return new ExportLinks(settings.publicUrl(), secret, clock);
  }

  @Bean
  RouterFunction<ServerResponse> exportRoutes(
      ExportLinks links, FiguresStore figures, RateLimits rates, InstantSource clock) {
    return new ExportRoutes(links, figures, rates, clock).routes();
  }

  @Bean
  RouterFunction<ServerResponse> pictureRoutes(
      ExportLinks links, Sites sites, Reports reports, RateLimits rates, InstantSource clock) {
    return new PictureRoutes(links, sites, reports::picture, rates, clock).routes();
  }
}
