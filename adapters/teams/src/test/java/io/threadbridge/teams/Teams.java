package io.threadbridge.teams;

import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The outbound half, as far as the inbound one needs it: it knows people and every picture, and
/// keeps what is said.
final class Teams implements TeamsPeople, TeamsPictures, TeamsVoice {
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private volatile boolean away;

  /// The same in one team alone.
  void is(String team, String account, Standing standing) {
    standings.put(team + " " + account, standing);
  }

  void is(String account, Standing standing) {
    standings.put(account, standing);
  }

  /// This team does not say who anybody is.
  void isSilentAbout(String team) {
    silent.add(team);
  }

  void isAway(boolean now) {
    away = now;
  }

  int lookUps() {
    return lookUps.get();
  }

  /// What is said next, within 5 s.
  String next() throws InterruptedException {
    String next = said.poll(5, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing is said");
    }
    return next;
  }

  /// Whether nothing has been said that was not taken.
  boolean isSilent() {
    return said.isEmpty();
  }

  @Override
  public Person person(TeamsPlace place, String account) {
    lookUps.incrementAndGet();
    if (away || silent.contains(place.team())) {
      throw new StoreUnavailable("the roster is away");
    }
    String name = account.equals(Desks.ANNA) ? "Anna Berg" : "Somebody";
    Staff staff = new Staff("teams:" + account, name, Optional.empty());
    Standing anywhere = standings.getOrDefault(account, Standing.MEMBER);
    return new Person(staff, standings.getOrDefault(place.team() + " " + account, anywhere));
  }

  @Override
  public List<SharedFile> known(DeskRef desk, List<AttachedFiles.Picture> pictures) {
    return pictures.stream()
        .filter(picture -> !picture.address().contains("gone"))
        .map(
            picture ->
                new SharedFile(
                    picture.id(),
                    "image.png",
                    "image/png",
                    7,
                    new SharedFile.Source.OnDesk(desk, picture.address())))
        .toList();
  }

  @Override
  public void hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    said.add("hint " + to.id() + " " + text);
  }

  @Override
  public void answer(DeskRef desk, String conversation, String text) {
    said.add("answer " + conversation + " " + text);
  }

  @Override
  public void report(DeskRef desk, String conversation, Report report) {
    said.add("report " + conversation + " " + report.title() + " " + report.text());
  }

  @Override
  public void echo(DeskRef desk, ThreadRef thread, Staff from, String text) {
    said.add("echo " + thread.value() + " " + from.name() + " " + text);
  }
}
