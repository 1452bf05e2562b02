package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The names of all keys. A conversation belongs to one of [#PARTITIONS] partitions, `p` below;
/// what stands in braces is the key's hash tag, so one script touches one slot of a cluster.
///
/// - `tb:{p}:conversation:<id>`, a hash: `state` (JSON), `version`, `expires` (ms, if it will); per
///   lane `lease:<lane>` (token), `until:<lane>` (ms), `sealed:<lane>` (JSON). Of an erased one
///   `state`, `version`, `erased` and `expires` stay, for 7 days.
/// - `tb:{p}:transcript:<id>`, a list: element `seq - 1` is message `seq` (JSON).
/// - `tb:{p}:posts:<id>`, a hash: `p:<post>` → its seqs with commas, `s:<seq>` → its latest post;
///   a post is called by its desk and its own name ([PostNames]).
/// - `tb:{p}:seen:<id>`, a sorted set: event id → when (ms); 48 h and 1,000 at most. Ids that begin
///   with `say:` have a score beyond all time and stay as long as the conversation.
/// - `tb:{p}:outbox:<id>:<lane>`, a list of owed effects: `<effect id> <since> <JSON>`.
/// - `tb:{p}:ready`, a sorted set: `<lane>:<id>` → when to try (ms); while leased, the lease's end.
/// - `tb:{p}:wake`, a sorted set: `<id>` → `wakeAt` (ms); while claimed, the claim's end.
/// - `tb:{p}:journal:<id>`, a list of handled events, without words or persons, each with what it
///   means for the figures; 400 days.
/// - `tb:{p}:presence:<id>`, a hash: tab → `<heard at, ms> <JSON>`; an hour.
/// - `tb:{p}:tokens:<id>`, a hash: SHA-256 of a token → `<issued, ms> <valid until, ms>`.
/// - `tb:{p}:files:<id>`, a hash: file → what is known of it (JSON); `tb:{p}:bytes:<id>`, a hash:
///   `<upload>:<number>` → a piece of a file in Base64; 7 days after the last, less if the
///   conversation ends earlier.
/// - `tb:{s}:site:<name>`, a hash: `state` (JSON), `version`. Sites are spread over the same
///   partitions as conversations, by their names.
/// - `tb:{s}:site-handled:<name>`, a sorted set: id of news → when (ms); 24 h and 20,000 at most.
/// - `tb:{s}:site-wake`, a sorted set: `<name>` → `wakeAt` (ms); while claimed, the claim's end.
/// - `tb:{s}:figures:<name>:<date>`, a hash: what was counted on a local day, by desk and series
///   ([CountScript]); 10 years.
/// - `tb:{s}:figures-names:<name>:<month>`, a hash: the numbers of the desks, languages, pages and
///   people of that month's days; 10 years.
/// - `tb:{s}:counted:<name>:<date>`, a hash: conversation → its last step of that day (UTC) that
/// was
///   counted; 14 days after the last.
/// - `tb:thread:{<desk>|<thread>}`: the thread's conversation; 400 days.
/// - `tb:orphan:{<desk>|<thread>}`, a list of replies before their thread: `<at, ms> <id> <JSON>`,
///   the id in Base64; 24 h.
/// - `tb:line:{<desk>}`, a sorted set: conversation → place in the desk's line (ms).
/// - `tb:limit:{<budget>}`: when each of the budget's buckets is full again (ms and parts), with
///   spaces. A channel's budget has the desk's name, and so its line's slot.
/// - `tb:notes:{<adapter>}`, a hash of what an adapter noted; `tb:note-order:{<adapter>}`, a sorted
///   set: its keys → the order in which they were last written. 10,000 notes at most, for ever.
/// - `tb:secret:{<name>}`: a secret that the program made for itself, for ever.
/// - `tb:clock`, never written: its slot names the node whose clock counts.
/// - `tb:fence:{…}`: written before each `WAIT`, gone after a second.
///
/// Channels: `tb:nudge:<instance>` carries conversation ids, `tb:sites` names of sites.
final class RedisKeys {
  /// Enough for a cluster to spread, few enough to ask all of them in one round.
  static final int PARTITIONS = 64;

  /// Whose node's clock is everybody's.
  static final String CLOCK = "tb:clock";

  /// Where instances tell each other that a site takes visitors, or no longer does.
  static final String SITES_CHANNEL = "tb:sites";

  private RedisKeys() {}

  /// The partition of a conversation: CRC-32 of its name, the same on every machine for ever.
  static int partition(ConversationId id) {
    return partition(id.value());
  }

  private static int partition(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % PARTITIONS);
  }

  static String site(SiteName site) {
    return of("site", site);
  }

  static String siteHandled(SiteName site) {
    return of("site-handled", site);
  }

  static String siteWake(SiteName site) {
    return siteWake(partition(site.value()));
  }

  private static String siteWake(int partition) {
    return "tb:{" + partition + "}:site-wake";
  }

  static List<String> allSiteWake() {
    return IntStream.range(0, PARTITIONS).mapToObj(RedisKeys::siteWake).toList();
  }

  static String figures(SiteName site, LocalDate day) {
    return of("figures", site) + ":" + day;
  }

  static String figuresNames(SiteName site, YearMonth month) {
    return of("figures-names", site) + ":" + month;
  }

  static String counted(SiteName site, LocalDate day) {
    return of("counted", site) + ":" + day;
  }

  private static String of(String what, SiteName site) {
    return "tb:{" + partition(site.value()) + "}:" + what + ":" + site.value();
  }

  static String conversation(ConversationId id) {
    return of("conversation", id);
  }

  static String transcript(ConversationId id) {
    return of("transcript", id);
  }

  static String posts(ConversationId id) {
    return of("posts", id);
  }

  static String seen(ConversationId id) {
    return of("seen", id);
  }

  static String journal(ConversationId id) {
    return of("journal", id);
  }

  static String presence(ConversationId id) {
    return of("presence", id);
  }

  static String tokens(ConversationId id) {
    return of("tokens", id);
  }

  static String files(ConversationId id) {
    return of("files", id);
  }

  static String bytes(ConversationId id) {
    return of("bytes", id);
  }

  static String outbox(ConversationId id, Lane lane) {
    return of("outbox", id) + ":" + LaneNames.of(lane);
  }

  static String ready(int partition) {
    return "tb:{" + partition + "}:ready";
  }

  static String wake(int partition) {
    return "tb:{" + partition + "}:wake";
  }

  /// All that a save touches, in the order in which `save.lua` names them.
  static List<String> forSave(ConversationId id) {
    int partition = partition(id);
    return Stream.concat(
            Stream.of(
                conversation(id),
                transcript(id),
                posts(id),
                seen(id),
                journal(id),
                presence(id),
                tokens(id),
                ready(partition),
                wake(partition),
                files(id),
                bytes(id)),
            Arrays.stream(Lane.values()).map(lane -> outbox(id, lane)))
        .toList();
  }

  static List<String> allReady() {
    return IntStream.range(0, PARTITIONS).mapToObj(RedisKeys::ready).toList();
  }

  static List<String> allWake() {
    return IntStream.range(0, PARTITIONS).mapToObj(RedisKeys::wake).toList();
  }

  static String thread(DeskRef desk, ThreadRef thread) {
    return "tb:thread:{" + desk.value() + "|" + thread.value() + "}";
  }

  static String orphans(DeskRef desk, ThreadRef thread) {
    return "tb:orphan:{" + desk.value() + "|" + thread.value() + "}";
  }

  static String line(DeskRef desk) {
    return "tb:line:{" + desk.value() + "}";
  }

  static String limit(String budget) {
    return "tb:limit:{" + budget + "}";
  }

  static String notes(String adapter) {
    return "tb:notes:{" + adapter + "}";
  }

  static String secret(String name) {
    return "tb:secret:{" + name + "}";
  }

  static String noteOrder(String adapter) {
    return "tb:note-order:{" + adapter + "}";
  }

  /// A key in the slot of `key`, for the write that a fence needs.
  static String fence(String key) {
    int open = key.indexOf('{');
    int close = open < 0 ? -1 : key.indexOf('}', open + 1);
    String tag = close > open + 1 ? key.substring(open + 1, close) : key;
    return "tb:fence:{" + tag + "}";
  }

  static String nudgeChannel(String instance) {
    return "tb:nudge:" + instance;
  }

  private static String of(String what, ConversationId id) {
    return "tb:{" + partition(id) + "}:" + what + ":" + id.value();
  }
}
