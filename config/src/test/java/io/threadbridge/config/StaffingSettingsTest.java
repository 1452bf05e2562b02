package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Staffing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/// Hours and the rota as they are written in a file, and what a start says that cannot be.
final class StaffingSettingsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Staff ANNA = new Staff("slack:U0ANNA", "Anna", Optional.empty());
  private static final Staff BORIS = new Staff("slack:U0BORIS", "Boris", Optional.empty());

  private static final String WEEK =
      """
      hours:
        monday: ["09:00-12:00", "13:00-17:00"]
        tuesday: ["22:00-26:00"]
        exceptions:
          2026-12-21: []
          2026-12-27: ["09:00-12:00"]
        holidays: [fi]
        decide-alone: true
      """;

  private static final String ROTA =
      """
      on-call:
        layers:
          - people: [{id: slack:U0ANNA, name: Anna}, {id: slack:U0BORIS, name: Boris}]
            start: 2026-01-05
          - people: [{id: slack:U0CARL, name: Carl}]
            rotation: daily
            hand-over: "08:30"
            start: 2026-01-05
            zone: Europe/Copenhagen
            hours: {monday: ["10:00-11:00"]}
        manager: {id: slack:U0MIA, name: Mia}
        capacity-per-person: 5
        overflow-desk: slack:C9
      """;

  @TempDir private Path directory = Path.of("");

  private static ConfiguredSites sites(String staffing) {
    String yaml =
        """
        threadbridge:
          public-url: http://localhost:8080
          sites:
            shop:
              origins: [https://shop.example]
              desk: slack:C1
              zone: Europe/Helsinki
        """
            + staffing.indent(6);
    MutablePropertySources sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new ConfiguredSites(
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("threadbridge", Settings.class)
            .get());
  }

  private static Site site(String staffing) {
    return sites(staffing).find(new SiteName("shop")).orElseThrow();
  }

  private static Staffing staffing(String staffing) {
    return site(staffing).staffing();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
  }

  @Test
  void withoutSettingsItIsAlwaysOpenAndNobodyIsOnCall() {
    assertThat(staffing("").hours()).isEqualTo(Hours.ALWAYS);
    assertThat(staffing("").hoursDecideAlone()).isFalse();
    assertThat(staffing("").onCall().at(at("2026-06-01T12:00"))).isEmpty();
    assertThat(staffing("").manager()).isEmpty();
    assertThat(staffing("").capacityPerPerson()).isEqualTo(3);
    assertThat(staffing("").overflowDesk()).isEmpty();
    assertThat(sites("").calendars()).isEmpty();
    assertThat(site("").desks()).containsExactly(new DeskRef("slack:C1"));
  }

  @Test
  void everyKeyOfTheHoursIsRead() {
    Staffing staffing = staffing(WEEK);
    Hours hours = staffing.hours();

    assertThat(hours.zone()).isEqualTo(HELSINKI);
    assertThat(hours.isOpen(at("2026-12-14T09:00"))).isTrue();
    assertThat(hours.isOpen(at("2026-12-14T12:00"))).isFalse();
    assertThat(hours.isOpen(at("2026-12-16T01:59"))).isTrue();
    assertThat(hours.isOpen(at("2026-12-18T09:00"))).as("a day not named").isFalse();
    assertThat(hours.isOpen(at("2026-12-21T09:00"))).as("closed on a date").isFalse();
    assertThat(hours.isOpen(at("2026-12-27T09:00"))).as("open on a date").isTrue();
    assertThat(hours.isOpen(at("2027-03-29T09:00"))).as("Easter Monday").isFalse();
    assertThat(staffing.hoursDecideAlone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "monday, 2026-06-01",
    "tuesday, 2026-06-02",
    "wednesday, 2026-06-03",
    "thursday, 2026-06-04",
    "friday, 2026-06-05",
    "saturday, 2026-06-06",
    "sunday, 2026-06-07"
  })
  void eachDayIsItself(String day, String date) {
    Hours hours = staffing("hours: {" + day + ": [\"09:00-10:00\"]}").hours();

    assertThat(hours.opensAgain(at("2026-05-31T23:00"))).contains(at(date + "T09:00"));
  }

  @Test
  void withHolidaysAloneItIsOpenOnAllOtherDays() {
    Hours hours = staffing("hours: {holidays: [fi]}").hours();

    assertThat(hours.isOpen(at("2026-12-05T23:59"))).isTrue();
    assertThat(hours.isOpen(at("2026-12-06T00:00"))).isFalse();
    assertThat(hours.isOpen(at("2026-12-07T00:00"))).isTrue();
  }

  @Test
  void everyKeyOfTheRotaIsRead() {
    Staffing staffing = staffing(ROTA);

    assertThat(staffing.onCall().at(at("2026-01-05T09:00"))).containsExactly(ANNA, BORIS);
    assertThat(staffing.onCall().at(at("2026-01-12T10:59"))).containsExactly(BORIS, ANNA);
    assertThat(staffing.onCall().at(at("2026-01-12T11:00")))
        .extracting(Staff::name)
        .containsExactly("Boris", "Carl", "Anna");
    assertThat(staffing.onCall().at(at("2026-01-12T12:00"))).containsExactly(BORIS, ANNA);
    assertThat(staffing.manager()).contains(new Staff("slack:U0MIA", "Mia", Optional.empty()));
    assertThat(staffing.capacityPerPerson()).isEqualTo(5);
    assertThat(staffing.overflowDesk()).contains(new DeskRef("slack:C9"));
    assertThat(site(ROTA).desks())
        .extracting(DeskRef::value)
        .containsExactly("slack:C1", "slack:C9");
  }

  @Test
  void aConversationCanBeHandedToEveryDeskThatHasAName() {
    assertThat(site("").handOverDesks()).isEmpty();
    assertThat(site("desks: {workshop: 'teams:T/C', lager: 'slack:C3'}").handOverDesks())
        .containsExactly(
            entry("workshop", new DeskRef("teams:T/C")),
            entry("lager", new DeskRef("slack:C3")),
            entry(site("").title(), new DeskRef("slack:C1")));
    assertThat(site("desks: {here: 'slack:C1', lager: 'slack:C3'}").handOverDesks())
        .containsOnlyKeys("here", "lager");
    assertThat(site("on-call: {overflow-desk: 'slack:C9'}").handOverDesks())
        .containsEntry("overflow", new DeskRef("slack:C9"))
        .containsValue(new DeskRef("slack:C1"));
    assertThat(site("desks: {lager: 'slack:C3'}").desks())
        .containsExactly(new DeskRef("slack:C1"), new DeskRef("slack:C3"));
  }

  @Test
  void aCalendarStandsBeforeTheLayersAndIsToBeRefreshed() {
    String calendar =
        ROTA
            + """
              calendar:
                address: https://calendar.example/private.ics
                people: [{id: slack:U0ANNA, name: Anna, calendar-name: anna@example.com}]
            """;

    assertThat(sites(calendar).calendars()).containsOnlyKeys(new SiteName("shop"));
    assertThat(staffing(calendar).onCall().at(at("2026-01-05T09:00"))).containsExactly(ANNA, BORIS);
  }

  /// The tests above name as many keys as there are.
  @Test
  void noKeyIsForgottenHere() {
    assertThat(Settings.HoursSettings.class.getRecordComponents()).hasSize(10);
    assertThat(Settings.OnCallSettings.class.getRecordComponents()).hasSize(6);
    assertThat(Settings.LayerSettings.class.getRecordComponents()).hasSize(6);
    assertThat(Settings.CalendarSettings.class.getRecordComponents()).hasSize(2);
    assertThat(Settings.Person.class.getRecordComponents()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hours: {monday: ['09:00-17']} | hours.monday: 09:00-17 is not written | 09:00-17:00",
        "hours: {friday: ['17:00-09:00']} | hours.friday: 17:00-09:00 ends before | 22:00-26:00",
        "hours: {monday: ['09:00-12:00', '11:00-13:00']} | hours: 09:00-12:00 and 11:00 | end one",
        "hours: {monday: ['20:00-26:00'], tuesday: ['01:00-02:00']} | of the next day | end one",
        "hours: {exceptions: {2026-13-01: []}} | hours.exceptions.2026-13-01 is no date |"
            + " 2026-12-24",
        "hours: {exceptions: {2026-12-01: ['9']}} | hours.exceptions.2026-12-01: 9 is |"
            + " 09:00-17:00",
        "hours: {holidays: [suomi]} | hours.holidays: there is no holiday calendar | de-by",
        "on-call: {layers: [{start: 2026-01-05}]} | on-call.layers[0].people | {id: slack:",
        "on-call: {layers: [{people: [{id: slack:U1, name: A}]}]} | layers[0].start is miss | date",
        "on-call: {layers: [{people: [{id: U1, name: A}], start: 2026-01-05}]} | people[0] | {id:",
        "on-call: {manager: {id: slack:U1}} | on-call.manager has no id or no name | {id: slack:",
        "desks: {lager: C9} | desks.lager | slack:<channel id>",
        "desks: {lager: 'slack:C3', store: 'slack:C3'} | has another name already | one name out",
        "desks: {Shop: 'slack:C3'} | two desks are called shop | a name of its own",
        "desks: {the-workshop-behind-the-house-on-the-left: 'slack:C3'} | is no name for a desk"
            + " | such as workshop",
        "on-call: {capacity-per-person: 0} | on-call.capacity-per-person is 0 | at least 1",
        "on-call: {overflow-desk: C9} | on-call.overflow-desk | slack:<channel id>",
        "on-call: {overflow-desk: 'slack:C1'} | on-call.overflow-desk is the site's own | another",
        "on-call: {calendar: {people: []}} | on-call.calendar.address is missing | https://",
        "on-call: {calendar: {address: 'ftp://a.example/x'}} | calendar.address | https://",
        "on-call: {calendar: {address: 'https://a.example/x'}} | calendar.people | {id: slack:"
      })
  void anImpossibleValueIsNamedWithItsMend(String staffing, String problem, String mend) {
    assertRefused(staffing, problem, mend);
  }

  @ParameterizedTest
  @CsvSource({
    "zone: Helsinki, layers[0].zone is no time zone: Helsinki, Europe/Helsinki",
    "hand-over: noon, layers[0].hand-over is no hand-over: noon, monday 09:00",
    "hand-over: someday 09:00, layers[0].hand-over, monday 09:00",
    "'{rotation: daily, hand-over: monday 09:00}', layers[0].hand-over, daily rotation",
    "start: soon, layers[0].start is no date: soon, 2026-12-24",
    "'hours: {monday: [x]}', layers[0].hours.monday: x is not, 09:00-17:00"
  })
  void anImpossibleLayerIsNamedWithItsMend(String line, String problem, String mend) {
    String plain = line.startsWith("{") ? line.substring(1, line.length() - 1) : line;
    String start = line.startsWith("start") ? "" : ", start: 2026-01-05";
    assertRefused(
        "on-call: {layers: [{people: [{id: slack:U1, name: A}]" + start + ", " + plain + "}]}",
        problem,
        mend);
  }

  @Test
  void theAddressOfACalendarIsNeverShown() {
    assertThatThrownBy(() -> site("on-call: {calendar: {address: 'ftp://a.example/secret'}}"))
        .hasMessageNotContaining("secret");
    assertThat(new Settings.CalendarSettings(URI.create("https://secret"), List.of()))
        .asString()
        .doesNotContain("secret");
  }

  private static void assertRefused(String staffing, String key, String mend) {
    assertThatThrownBy(() -> site(staffing))
        .isInstanceOfSatisfying(
            SettingsProblem.class,
            problem -> {
              FailureAnalysis analysis =
                  Objects.requireNonNull(new SettingsProblemAnalyzer().analyze(problem));
              assertThat(analysis.getDescription())
                  .contains("threadbridge.sites.shop")
                  .contains(key);
              assertThat(analysis.getAction()).contains(mend);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "hours: {moonday: [x]}, threadbridge.sites.shop.hours.moonday",
    "on-call: {layers: [{rotation: yearly}]}, threadbridge.sites.shop.on-call.layers[0].rotation"
  })
  void aWrongLineIsShownWithFileAndLine(String line, String key) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("application.yml"),
            "threadbridge:\n  sites: {shop: {" + line + "}}\n");

    String told = FailedStart.with("--spring.config.additional-location=file:" + file);

    assertThat(told).contains("APPLICATION FAILED TO START").contains(key).contains("2:");
  }
}
