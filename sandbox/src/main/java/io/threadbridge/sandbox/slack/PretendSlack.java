package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.WebSocketHandler;

/// Slack, as far as it is played here: builds the parts, wires them, and ends their threads.
public final class PretendSlack implements AutoCloseable {
  private final Timers timers = new Timers();
  // Answers wait for the workspace, which deadlines of deliveries must not.
  private final Timers answers = new Timers();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("sandbox-sender").factory());
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Workspace workspace;
  private final SocketMode sockets;
  private final People people;
  private final Interactions interactions;
  private final Controls controls;
  private final Snapshots snapshots;
  private final SlackRoutes routes;

  public PretendSlack(InstantSource clock) {
    Names names = new Names(clock);
    Counters counters = new Counters();
    Scopes scopes = new Scopes();
    ChangeListener page = change -> listeners.forEach(each -> each.changed(change));
    workspace = new Workspace(clock);
    sockets = new SocketMode(clock, names, counters, timers, sender);
    HttpEvents http = new HttpEvents(clock, counters, workers, timers);
    Deliveries deliveries = new Deliveries(sockets, http, counters, timers);
    sockets.connect(deliveries);
    EventStream events = new EventStream(workspace, names, deliveries, scopes);
    Posts posts = new Posts(workspace, events, page);
    Files files = new Files(workspace, names);
    FileShares shares = new FileShares(workspace, files, posts);
    FileMethods fileMethods = new FileMethods(workspace, files, posts, shares);
    Views views = new Views(workspace, names, page);
    ResponseUrls responses = new ResponseUrls(workspace, posts, names, page);
    Payloads payloads = new Payloads(workspace, views, responses);
    people = new People(workspace, posts, files, fileMethods, names);
    AutoAnswer autoAnswer = new AutoAnswer(workspace, people, answers);
    listeners.add(autoAnswer);
    interactions =
        new Interactions(workspace, payloads, views, responses, deliveries, events, names);
    snapshots = new Snapshots(workspace, views);
    RateLimits rates = new RateLimits();
    Faults faults = new Faults();
    List<WebMethod> methods =
        Stream.of(
                new ChatMethods(workspace, posts, shares, names, scopes, counters).methods(),
                new ConversationMethods(workspace, posts, scopes).methods(),
                new PeopleMethods(workspace, scopes).methods(),
                new ReactionMethods(workspace, posts).methods(),
                new ViewMethods(workspace, views, shares).methods(),
                fileMethods.methods(),
                new AppMethods(sockets).methods())
            .flatMap(List::stream)
            .toList();
    WebApi api = new WebApi(workspace, methods, scopes, rates, faults, counters);
    routes = new SlackRoutes(workspace, api, files, scopes, responses);
    Controls.Parts parts =
        new Controls.Parts(
            rates,
            faults,
            scopes,
            counters,
            posts,
            events,
            deliveries,
            sockets,
            http,
            autoAnswer,
            views,
            files,
            responses);
    controls = new Controls(workspace, parts, page);
  }

  public RouterFunction<ServerResponse> routes() {
    return routes.routes();
  }

  /// The server end of Socket Mode, and below whether a ticket opens it.
  public WebSocketHandler socketHandler() {
    return sockets;
  }

  public boolean redeem(String ticket) {
    return sockets.redeem(ticket);
  }

  public Workspace workspace() {
    return workspace;
  }

  public People people() {
    return people;
  }

  public Interactions interactions() {
    return interactions;
  }

  public Controls controls() {
    return controls;
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  /// From now on `listener` learns of every change, under the workspace's lock.
  public void listen(ChangeListener listener) {
    listeners.add(listener);
  }

  /// Cuts the sockets and ends the threads.
  @Override
  public void close() {
    sockets.disconnect("", 0);
    timers.close();
    answers.close();
    sender.shutdown();
    workers.shutdownNow();
  }
}
