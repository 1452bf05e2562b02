package io.threadbridge.teams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What comes from one firm's Microsoft Teams, at one address.
public final class TeamsDesk implements AutoCloseable {
  /// What it needs of the half that speaks to Teams.
  ///
  /// @param people who somebody is
  /// @param pictures what is known of what they post
  /// @param voice where is said what no rule waits for
  /// @param health where it is noted how it stands with Teams
  /// @param serviceUrls learns from each verified activity where to call
  /// @param roots what was posted lately
  /// @param hearing which teams let us hear all
  record Outbound(
      TeamsPeople people,
      TeamsPictures pictures,
      TeamsVoice voice,
      TeamsHealth health,
      ServiceUrls serviceUrls,
      OwnRoots roots,
      Hearing hearing) {}

  private final ExecutorService waited = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService aside;
  private final SigningKeys keys;
  private final TeamsEndpoint endpoint;

  /// A desk of this workspace that knocks at these doors.
  ///
  /// @param roots what the workspace tells of its posts
  /// @param hearing what the workspace asks before it draws a card
  /// @param words in each desk's language
  public TeamsDesk(
      TeamsWorkspace workspace,
      OwnRoots roots,
      Hearing hearing,
      TeamsDoors doors,
      InboundWords words,
      InstantSource clock) {
    this(
        workspace.settings(),
        doors,
        new Outbound(
            workspace.people(),
            workspace.files(),
            workspace.speech(),
            workspace.health(),
            workspace.serviceUrls(),
            roots,
            hearing),
        words,
        clock,
        Insistence.USUAL,
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /// The same without a workspace, for tests.
  ///
  /// @param insisting how long is tried to keep what cannot be kept at once
  /// @param aside where is done what no answer waits for; closed with this
  TeamsDesk(
      TeamsSettings settings,
      TeamsDoors doors,
      Outbound outbound,
      InboundWords words,
      InstantSource clock,
      Duration insisting,
      ExecutorService aside) {
    this.aside = aside;
    this.keys = new SigningKeys(new KeyDocuments(settings.openIdMetadataUrl()), clock);
    TeamsReading reading = new TeamsReading("28:" + settings.appId(), () -> team(doors, words));
    TeamsVoice voice = outbound.voice();
    OwnRoots roots = outbound.roots();
    TeamsPeople people = outbound.people();
    TeamsInbox inbox =
        new TeamsInbox(
            new TeamsTranslator(doors, roots, reading),
            new TeamsKnocks(doors, people, outbound.pictures(), roots, voice, aside, clock),
            new TeamsCommandDesk(doors, people, words, voice, aside),
            new TeamsStanding(doors, reading, outbound.hearing(), outbound.health()),
            roots,
            words,
            voice,
            aside);
    TokenValidator validator = new TokenValidator(settings, keys, outbound.serviceUrls(), clock);
    this.endpoint =
        new TeamsEndpoint(
            validator, outbound.serviceUrls(), inbox, new Insistence(insisting), waited);
  }

  private static String team(TeamsDoors doors, InboundWords words) {
    return doors.here().stream()
        .findFirst()
        .map(desk -> words.of(desk, InboundWords.Word.TEAM))
        .orElse("");
  }

  /// What answers at `/api/messages`.
  public TeamsEndpoint endpoint() {
    return endpoint;
  }

  /// Reads the Bot Framework's keys aside, so that the first activity need not wait for them.
  public void start() {
    keys.refresh();
  }

  @Override
  public void close() {
    keys.close();
    waited.shutdownNow();
    aside.shutdownNow();
  }
}
