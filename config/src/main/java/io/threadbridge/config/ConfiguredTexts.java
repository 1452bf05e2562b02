package io.threadbridge.config;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.texts.IcuTexts;
import io.threadbridge.texts.UnusableText;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// The program's words, with those of `sites.<name>.texts` in the place of some.
final class ConfiguredTexts {
  private ConfiguredTexts() {}

  static Texts of(Settings settings, InstantSource clock) {
    Map<SiteName, Map<String, Map<String, String>>> own = new HashMap<>();
    settings.sites().forEach((name, site) -> own.put(new SiteName(name), site.texts()));
    try {
      return new IcuTexts(clock).with(own);
    } catch (UnusableText unusable) {
      throw new SettingsProblem("threadbridge." + unusable.getMessage(), unusable.mend(), unusable);
    }
  }
}
