package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/// One firm's Teams, as far as we write to it. It connects to nothing before the first call.
public final class TeamsWorkspace {
  private static final int DESKS_MAX = 100;

  private final TeamsSettings settings;
  private final ServiceUrls serviceUrls;
  private final TeamsHealth health;
  private final TeamsCredentials credentials;
  private final TeamsClient client;
  private final TeamsRoster people;
  private final TeamsFiles files;
  private final TeamChat chat;
  private final TeamsSpeech speech;
  private final StaffPresence presence;
  private final DeskCheck check;

  /// The Teams of these settings.
  ///
  /// @param publicUrl where the program is reached: what it says of itself may be clicked
  /// @param words the adapter's own, in each desk's language
  /// @param hears whether replies that mention nobody reach us from the team with this id; where
  ///     they do not, cards bear a box for the reply
  /// @param roots is told of each post of ours at a channel's root
  public TeamsWorkspace(
      TeamsSettings settings,
      URI publicUrl,
      Notebook notebook,
      InstantSource clock,
      Function<DeskRef, TeamsWords> words,
      Predicate<String> hears,
      RootWatch roots) {
    this(settings, publicUrl, notebook, clock, words, hears, roots, Patience.USUAL);
  }

  /// The same with other patience, for tests.
  TeamsWorkspace(
      TeamsSettings settings,
      URI publicUrl,
      Notebook notebook,
      InstantSource clock,
      Function<DeskRef, TeamsWords> words,
      Predicate<String> hears,
      RootWatch roots,
      Patience patience) {
    this.settings = settings;
    this.serviceUrls = new ServiceUrls(notebook, settings.serviceHosts());
    this.health = new TeamsHealth(() -> serviceUrls.latest().isPresent(), clock);
    OkHttpClient plain = BearerCalls.plainClient(isPretended(settings));
    this.credentials = new TeamsCredentials(signIn(settings, plain, clock), health, clock);
    ServiceAddress address = new ServiceAddress(serviceUrls);
    BearerCalls calls = new BearerCalls(credentials, TeamsCredentials.BOT, address::isAllowed);
    this.client = new TeamsClient(address, calls.on(plain).build(), patience);
    this.check = new DeskCheck(client, health);
    String tenant = settings.tenantId();
    TeamsMembers members = new TeamsMembers(client, health, tenant, clock);
    this.people = new TeamsRoster(members, clock);
    TeamsNames names = new TeamsNames();
    TeamsAside aside =
        new TeamsAside(
            client,
            new TeamsChats(client, notebook, health, tenant),
            members,
            new TeamsLinks(client, notebook, tenant, clock),
            names,
            health,
            roots,
            words);
    TeamsCards cards = new TeamsCards(words, hears);
    this.files = new TeamsFiles(downloads(plain, patience.look()), health, patience);
    PictureReach reach = new PictureReach(isPretended(settings));
    FileCards fileCards = new FileCards(reach);
    ReportCards reportCards = new ReportCards(new LinkedLines(new OwnAddresses(publicUrl)), reach);
    TeamsReports reports = new TeamsReports(client, aside, reportCards, words);
    this.chat =
        new TeamsTeamChat(client, cards, fileCards, files, aside, reports, names, tenant, roots);
    this.speech = new TeamsSpeech(client, aside, reports);
    this.presence = new TeamsPresence(client, members, health, graph(plain), clock);
  }

  private static boolean isPretended(TeamsSettings settings) {
    return ServiceUrls.isLoopback(Optional.ofNullable(settings.loginUrl().getHost()).orElse(""));
  }

  private static SignIn signIn(TeamsSettings settings, OkHttpClient plain, InstantSource clock) {
    return MicrosoftSignIn.isMicrosofts(settings.loginUrl())
        ? new MicrosoftSignIn(settings, plain, clock)
        : new FormSignIn(settings, plain);
  }

  /// Any host of the settings serves: pictures stay where they were posted, wherever Teams wants to
  /// be called since.
  private TeamsDownloads downloads(OkHttpClient plain, Duration silence) {
    Predicate<HttpUrl> allowed = url -> serviceUrls.allowed(url.toString()).isPresent();
    BearerCalls calls = new BearerCalls(credentials, TeamsCredentials.BOT, allowed);
    return new TeamsDownloads(calls.streamedOn(plain).build(), allowed, silence);
  }

  private Optional<TeamsPresence.Graph> graph(OkHttpClient plain) {
    return settings
        .graphUrl()
        .map(
            url -> {
              HttpUrl allowed = HttpUrl.get(url.toString());
              BearerCalls calls =
                  new BearerCalls(
                      credentials, TeamsCredentials.GRAPH, asked -> isSame(allowed, asked));
              return new TeamsPresence.Graph(ended(url), calls.on(plain).build());
            });
  }

  private static boolean isSame(HttpUrl allowed, HttpUrl asked) {
    return allowed.scheme().equals(asked.scheme())
        && allowed.host().equals(asked.host())
        && allowed.port() == asked.port();
  }

  private static URI ended(URI url) {
    return url.toString().endsWith("/") ? url : URI.create(url + "/");
  }

  /// The port that the bridge writes through.
  public TeamChat chat() {
    return chat;
  }

  /// The port that tells who of a desk's people is there; it knows nothing without Graph.
  public StaffPresence presence() {
    return presence;
  }

  /// How it stands with this Teams.
  public TeamsHealth health() {
    return health;
  }

  /// Asks Teams about these desks, and says what is amiss with them; desks of other platforms are
  /// left out. One call a desk; not to be made more than once a minute.
  public List<TeamsHealth.Trouble> check(Set<DeskRef> desks) {
    desks.stream()
        .filter(desk -> desk.platform().equals("teams"))
        .sorted(Comparator.comparing(DeskRef::value))
        .limit(DESKS_MAX)
        .forEach(desk -> check.desk(TeamsPlace.of(desk)));
    return health.facts().troubles();
  }

  /// Who somebody in Teams is.
  TeamsPeople people() {
    return people;
  }

  /// What people post.
  TeamsFiles files() {
    return files;
  }

  /// What is said because somebody did something.
  TeamsSpeech speech() {
    return speech;
  }

  TeamsSettings settings() {
    return settings;
  }

  ServiceUrls serviceUrls() {
    return serviceUrls;
  }

  TeamsCredentials credentials() {
    return credentials;
  }

  TeamsClient client() {
    return client;
  }
}
