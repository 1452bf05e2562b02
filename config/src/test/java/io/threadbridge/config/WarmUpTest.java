package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.application.DeskWords;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.memory.MemoryFileStore;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.memory.MemoryTeamChat;
import io.threadbridge.texts.IcuTexts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What is done before the first visitor comes plays the whole way, leaves no trace and stops no
/// start.
final class WarmUpTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final MemoryStore store = new MemoryStore(new MemoryPresenceBook());
  private final MemoryTeamChat chat = new MemoryTeamChat(clock);

  private static ConfiguredSites sites(String address) {
    return new ConfiguredSites(
        new Binder(new MapConfigurationPropertySource(Map.of("threadbridge.public-url", address)))
            .bind("threadbridge", Settings.class)
            .get());
  }

  private void rehearse() {
    ConfiguredSites sites = sites("http://localhost:8080");
    IcuTexts texts = new IcuTexts(clock);
    MemoryFileStore files = new MemoryFileStore(store);
    DeskFiles shown =
        new DeskFiles(
            new ConversationFiles(store, files, _ -> Optional.of(chat)),
            (_, file) -> URI.create("http://localhost:8080/" + file),
            new DeskWords(sites, texts));
    new Rehearsal(store, store, store, chat, sites, texts, files, shown, clock).run();
  }

  private List<MemoryTeamChat.Post> posts() {
    return chat.posts(new DeskRef("slack:" + Workspace.DESK));
  }

  @Test
  void theRehearsalComesAsFarAsTheCardWithTheAnswer() {
    rehearse();

    assertThat(posts()).hasSize(1);
    assertThat(posts().getFirst().card().orElseThrow().toString()).contains("Rehearsal");
  }

  @Test
  void theRehearsalLeavesNothingInTheStore() {
    rehearse();

    assertThat(store.load(new ConversationId("rehearsal"), new About.Nothing(), NOW)).isEmpty();
    assertThat(store.ready(NOW.plus(Duration.ofDays(1)), Duration.ZERO, 10)).isEmpty();
    assertThat(store.claimDue(NOW.plus(Duration.ofDays(1)), 10).conversations()).isEmpty();
  }

  @Test
  void aPartThatFailsStopsNeitherTheOthersNorTheStart() throws InterruptedException {
    AtomicInteger others = new AtomicInteger();
    Runnable failing =
        () -> {
          throw new StoreUnavailable("away");
        };
    new WarmUp(List.of(failing, others::incrementAndGet)).run(null);

    assertThat(others).hasValue(1);
  }

  @Test
  void whereNobodyAnswersOurKnockTheStartGoesOn() {
    URI nobody = URI.create("http://127.0.0.1:" + Program.freePort());
    new OwnKnocks(nobody, sites(nobody.toString()).all().getFirst()).run();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
