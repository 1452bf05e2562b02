package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Teams, as far as it is played here: builds the parts, wires them, and ends their threads.
public final class PretendTeams implements AutoCloseable {
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
  private final TeamsWorld world;
  private final BotDelivery bot;
  private final TeamsHands hands;
  private final Presses presses;
  private final TeamEvents events;
  private final TeamsSnapshots snapshots;
  private final TeamsControls controls;
  private final RouterFunction<ServerResponse> routes;

  public PretendTeams(InstantSource clock) {
    ChangeListener page = change -> listeners.forEach(each -> each.changed(change));
    TeamsFaults faults = new TeamsFaults();
    TeamsLimits limits = new TeamsLimits();
    TeamsCounters counters = new TeamsCounters();
    Door door = new Door(faults, counters);
    world = new TeamsWorld(clock);
    Login login = new Login(world, door);
    BotKeys keys = new BotKeys(world, door);
    bot = new BotDelivery(keys, counters);
    TeamsImages images = new TeamsImages(door);
    ConnectorPosts posts = new ConnectorPosts(world, counters, page);
    ConnectorRoster roster = new ConnectorRoster(world);
    Connector connector =
        new Connector(world, door, login, limits, counters, posts, roster, images);
    GraphPresence presence = new GraphPresence(world, door, login);
    Activities activities = new Activities(world);
    Dialogs dialogs = new Dialogs();
    hands = new TeamsHands(world, activities, bot, images, page);
    presses = new Presses(world, activities, bot, dialogs, page);
    events = new TeamEvents(world, activities, bot, page);
    snapshots = new TeamsSnapshots(world, dialogs, bot);
    TeamsControls.Parts parts =
        new TeamsControls.Parts(
            faults, limits, counters, login, keys, connector, bot, events, dialogs, images,
            presence);
    controls = new TeamsControls(world, parts, page);
    RouterFunctions.Builder builder = RouterFunctions.route();
    login.addTo(builder);
    keys.addTo(builder);
    images.addTo(builder);
    presence.addTo(builder);
    connector.addTo(builder);
    routes = builder.build();
  }

  public RouterFunction<ServerResponse> routes() {
    return routes;
  }

  /// Says where the sandbox runs and where the bot listens, and tells the bot of its
  /// installations; `endpoint` may be a path of the same server.
  ///
  /// @param base scheme, host and port, without a slash at the end
  public void connect(String base, String endpoint) {
    world.setBase(base);
    bot.setEndpoint(endpoint.startsWith("/") ? base + endpoint : endpoint);
    if (!endpoint.isEmpty()) {
      synchronized (world) {
        events.announce();
      }
    }
  }

  public TeamsWorld world() {
    return world;
  }

  public TeamsHands hands() {
    return hands;
  }

  public Presses presses() {
    return presses;
  }

  public TeamEvents events() {
    return events;
  }

  public TeamsSnapshots snapshots() {
    return snapshots;
  }

  public TeamsControls controls() {
    return controls;
  }

  /// From now on `listener` learns of every change, under the world's lock.
  public void listen(ChangeListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    bot.close();
  }
}
