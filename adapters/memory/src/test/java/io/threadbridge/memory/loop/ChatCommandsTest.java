package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Availability.Mode;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/chat` and what it answers.
final class ChatCommandsTest {
  private static final Staff BEN = new Staff("slack:U2", "Ben", Optional.empty());
  private static final String TWELVE_HOURS_ON = "2035-06-05T00:00:00Z";

  private final Firm firm = new Firm();

  @Test
  void offAndOnSayWhetherSomebodyIsThere() {
    assertThat(firm.command(ANNA, "off")).startsWith("chat.off{time=");
    assertThat(mode()).isEqualTo(Mode.FORM);
    assertThat(facts().open()).isFalse();

    assertThat(firm.command(ANNA, "on")).contains("chat.on{time=").contains("chat.opens{time=");
    assertThat(facts().open()).isTrue();
    firm.workFor(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(mode()).isEqualTo(Mode.CHAT);
  }

  @Test
  void theFormCanBeAskedForAndRefusedAndLeftToTheRules() {
    assertThat(firm.command(ANNA, "form on")).startsWith("chat.form.on{time=");
    assertThat(mode()).isEqualTo(Mode.FORM);
    assertThat(firm.command(ANNA, "  Form   OFF ")).startsWith("chat.form.off{time=");
    assertThat(mode()).isEqualTo(Mode.CHAT);
    firm.command(BEN, "off");
    assertThat(mode()).as("overruled").isEqualTo(Mode.CHAT);
    assertThat(firm.command(ANNA, "form auto")).isEqualTo("chat.form.auto chat.mode.nobody");
    assertThat(mode()).isEqualTo(Mode.FORM);
  }

  @Test
  void whoTakesAShiftIsOnCallForSoLong() {
    assertThat(firm.command(ANNA, "on-call")).isEqualTo("chat.on-call.nobody");
    assertThat(firm.command(ANNA, "take 1h 30m")).startsWith("chat.took{time=");
    assertThat(facts().onCall()).containsExactly(ANNA);
    assertThat(firm.command(BEN, "on-call")).startsWith("chat.on-call.until{names=Anna, time=");

    firm.clock.advance(Duration.ofMinutes(90).minusMillis(1));
    assertThat(facts().onCall()).containsExactly(ANNA);
    firm.clock.advance(Duration.ofMillis(1));
    assertThat(facts().onCall()).isEmpty();
  }

  @Test
  void whoTookItLastIsOnCallFirst() {
    firm.command(ANNA, "take 2h");
    firm.command(BEN, "take 30m");
    assertThat(facts().onCall()).startsWith(BEN);

    firm.clock.advance(Duration.ofMinutes(30));
    assertThat(facts().onCall()).containsExactly(ANNA);
  }

  @Test
  void statusSaysHowThingsStand() {
    assertThat(firm.command(ANNA, "status"))
        .isEqualTo("chat.mode.chat chat.waiting{count=0} chat.present-unknown chat.on-call.nobody");

    firm.present(ANNA);
    firm.says("1");
    firm.workFor(Duration.ofSeconds(2));
    firm.command(BEN, "form on");
    assertThat(firm.command(ANNA, "status"))
        .startsWith("chat.mode.asked{name=Ben, time=")
        .contains("chat.waiting{count=1} chat.present{count=1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report | digest.title.today{day=2035-06-04T12:00:00Z, site=Shop}",
        "REPORT  Today | digest.title.today{day=2035-06-04T12:00:00Z, site=Shop}",
        "report yesterday | digest.title.day{day=2035-06-03T12:00:00Z, site=Shop}",
        "report 2035-06-01 | digest.title.day{day=2035-06-01T12:00:00Z, site=Shop}",
        "report week | digest.title.until-now{first=2035-05-29T12:00:00Z,"
            + " last=2035-06-04T12:00:00Z, site=Shop}",
        "report 2034-07-04 | digest.title.day{day=2034-07-04T12:00:00Z, site=Shop}",
        "report 2034-07-03 | digest.title.day.year{day=2034-07-03T12:00:00Z, site=Shop}",
        "report 2034-05-01 2034-05-31 | digest.title.days.year{first=2034-05-01T12:00:00Z,"
            + " last=2034-05-31T12:00:00Z, site=Shop}",
        "report 2034-05-01 2035-06-04 | digest.title.until-now.year{first=2034-05-01T12:00:00Z,"
            + " last=2035-06-04T12:00:00Z, site=Shop}",
        "report 2035-06-04 2035-06-30 | digest.title.until-now{first=2035-06-04T12:00:00Z,"
            + " last=2035-06-30T12:00:00Z, site=Shop}",
        "report month | digest.title.until-now{first=2035-05-05T12:00:00Z,"
            + " last=2035-06-04T12:00:00Z, site=Shop}",
        "report 2035-05-01 2035-05-31 | digest.title.days{first=2035-05-01T12:00:00Z,"
            + " last=2035-05-31T12:00:00Z, site=Shop}"
      })
  void aReportSaysHowItWent(String command, String title) {
    assertThat(firm.command(ANNA, command)).isEqualTo("%s\ndigest.nobody", title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report tomorrow",
        "report 2035-05-01 2035-05-31 2035-06-01",
        "report 2035-05-31 2035-05-01",
        "report 2035-02-30",
        "report 1035-05-01 2035-05-01",
        "report 1035-05-01",
        "report 2035-06-05",
        "report 2035-06-05 2035-06-10 export",
        "report +999999999-12-31",
        "report -999999999-01-01",
        "report ２０３５-06-01",
        "report вчора",
        "report today week",
        "report export export"
      })
  void aReportOfNoDaysIsAnsweredWithHowToAskForOne(String command) {
    assertThat(firm.command(ANNA, command)).isEqualTo("chat.report-usage");
  }

  @Test
  void figuresAreExportedByLinksThatOnlyTheAskerReads() {
    assertThat(firm.command(ANNA, "report 2035-05-01 2035-05-31 export"))
        .isEqualTo(
            "chat.report-export{csv=https://chat.example/shop/2035-05-01/2035-05-31/CSV,"
                + " json=https://chat.example/shop/2035-05-01/2035-05-31/JSON,"
                + " time=2035-06-04T13:00:00Z}");
    assertThat(firm.announced()).isEmpty();
  }

  @Test
  void aReportIsAboutAllSitesOfTheDesk() {
    assertThat(new Firm(new ShopAndCafe()).command(ANNA, "report"))
        .contains("site=Shop}")
        .contains("site=Cafe}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "help",
        "hello",
        "take",
        "take 0m",
        "take 25h",
        "take -1h",
        "take 2",
        "form",
        "form x",
        "on off",
        "take 99999999999999h"
      })
  void anythingElseIsAnsweredWithTheHelp(String words) {
    assertThat(firm.command(ANNA, words)).isEqualTo("chat.help");
    assertThat(firm.book.state(firm.site()).team().isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "on-call", "report today"})
  void aCommandIsUnderstoodAsTheHelpShowsIt(String words) {
    assertThat(firm.command(ANNA, "/chat " + words)).isEqualTo(firm.command(ANNA, words));
  }

  @Test
  void aCommandIsForAllSitesOfTheDesk() {
    Firm both = new Firm(new ShopAndCafe());

    assertThat(both.command(ANNA, "off").lines())
        .hasSize(2)
        .satisfiesExactly(
            shop -> assertThat(shop).startsWith("Shop: chat.off{"),
            cafe -> assertThat(cafe).startsWith("Cafe: chat.off{"));
    assertThat(both.sites.all())
        .allSatisfy(site -> assertThat(both.book.of(site.name()).mode()).isEqualTo(Mode.FORM));
  }

  @Test
  void aChannelThatIsNoDeskIsToldSo() {
    assertThat(firm.commands.run(new DeskRef("slack:C0OTHER"), ANNA, "off"))
        .isEqualTo("chat.no-desk");
    assertThat(mode()).isEqualTo(Mode.CHAT);
  }

  @Test
  void whatSomebodySaysHoldsForTwelveHours() {
    assertThat(firm.command(ANNA, "off")).contains(TWELVE_HOURS_ON);
  }

  private Mode mode() {
    return firm.book.of(firm.site().name()).mode();
  }

  private SiteFacts facts() {
    return firm.book.facts(firm.site().name(), firm.clock.instant());
  }

  /// Two sites of one desk.
  private static final class ShopAndCafe implements Sites {
    private final Site shop = new Shop().site();
    private final Site cafe =
        new Site(
            new SiteName("cafe"),
            "Cafe",
            shop.origins(),
            shop.desk(),
            shop.languages(),
            shop.deskLanguage(),
            shop.zone(),
            shop.protectedPages(),
            shop.retention(),
            shop.policy(),
            shop.staffing());

    @Override
    public Optional<Site> find(SiteName name) {
      return all().stream().filter(site -> site.name().equals(name)).findFirst();
    }

    @Override
    public List<Site> all() {
      return List.of(shop, cafe);
    }
  }
}
