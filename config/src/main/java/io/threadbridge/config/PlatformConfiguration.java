package io.threadbridge.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// The chat platforms side by side: whoever asks for a desk is led to its own.
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
  @Bean
  DeskTexts deskTexts(Sites sites, Texts texts) {
    return new DeskTexts(sites, texts);
  }

  @Bean
  Desks desks(List<ChatPlatform> platforms, DeskMeters meters) {
    Map<String, TeamChat> chats =
        platforms.stream()
            .collect(
                toUnmodifiableMap(ChatPlatform::name, of -> meters.timed(of.name(), of.chat())));
    return desk -> Optional.ofNullable(chats.get(desk.platform()));
  }

  /// Of a desk on no platform nobody tells who is there.
  @Bean
  StaffPresence staffPresence(List<ChatPlatform> platforms) {
    Map<String, ChatPlatform> byName = byName(platforms);
    return desk ->
        Optional.ofNullable(byName.get(desk.platform()))
            .flatMap(platform -> platform.presence().present(desk));
  }

  private static Map<String, ChatPlatform> byName(List<ChatPlatform> platforms) {
    return platforms.stream().collect(toUnmodifiableMap(ChatPlatform::name, platform -> platform));
  }

  /// Whether something holds for the settings, before there are beans.
  abstract static class SettingsSay implements Condition {
    private final Predicate<Settings> holds;

    SettingsSay(Predicate<Settings> holds) {
      this.holds = holds;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Binder.get(context.getEnvironment())
          .bind("threadbridge", Settings.class)
          .map(holds::test)
          .orElse(true);
    }
  }
}
