package io.threadbridge.config;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.redis.VisitorNudgeBus;
import io.threadbridge.web.VisitorConnections;
import io.threadbridge.web.VisitorSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/// Lets a visitor's connections look after each save: at once those of this instance, by a message
/// those that presence names elsewhere.
final class VisitorPushes implements Nudges, SmartLifecycle {
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final VisitorConnections connections;
  private final VisitorSocket socket;
  private final VisitorNudgeBus bus;
  private final PresenceBook book;
  private final InstanceName instance;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
  private final Loop beat;
  private volatile boolean running;

  VisitorPushes(
      VisitorConnections connections,
      VisitorSocket socket,
      VisitorNudgeBus bus,
      PresenceBook book,
      InstanceName instance,
      DecisionObserver observer,
      InstantSource clock) {
    this.connections = connections;
    this.socket = socket;
    this.bus = bus;
    this.book = book;
    this.instance = instance;
    this.observer = observer;
    this.clock = clock;
    this.beat = new Loop("visitors' heartbeat", this::beat, observer);
  }

  @Override
  public void start() {
    running = true;
    bus.listen(instance.value(), connections::look);
    beat.start();
  }

  @Override
  public void stop() {
    running = false;
    connections.endAll();
    try {
      beat.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    others.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void saved(Conversation conversation, Set<Lane> owing) {
    look(conversation.id());
    if (running) {
      others.execute(() -> tellOthers(conversation.id()));
    }
  }

  @Override
  public void look(ConversationId conversation) {
    connections.look(conversation);
  }

  private void tellOthers(ConversationId id) {
    try {
      book.instances(id, clock.instant()).stream()
          .filter(other -> !other.equals(instance.value()))
          .forEach(other -> bus.publish(other, id));
    } catch (StoreUnavailable away) {
      observer.workerFailed("nudge of other instances", away);
    }
  }

  private Duration beat() {
    socket.beat();
    connections.beat();
    return BEAT;
  }
}
