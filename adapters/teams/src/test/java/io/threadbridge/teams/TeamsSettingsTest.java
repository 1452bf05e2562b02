package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamsSettingsTest {
  private static final String APP = "0b1ec700-0000-4000-8000-0000000000aa";
  private static final String TENANT = "0b1ec700-0000-4000-8000-0000000000ff";

  @Test
  void idsAreThoseOfTheBotFrameworkHoweverTheyWereCopied() {
    TeamsSettings settings =
        new TeamsSettings(
            " 0B1EC700-0000-4000-8000-0000000000AA\n",
            Optional.of("hush"),
            "0B1EC700-0000-4000-8000-0000000000FF ",
            TeamsSettings.LOGIN,
            TeamsSettings.OPEN_ID,
            Set.of(TeamsSettings.SERVICE_HOST),
            Optional.empty());
    assertThat(settings.appId()).isEqualTo(APP);
    assertThat(settings.tenantId()).isEqualTo(TENANT);
  }
}
