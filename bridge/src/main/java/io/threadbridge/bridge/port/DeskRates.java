package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import java.util.List;

/// How often the platform of a desk lets us act, and what it counts together.
///
/// @param channel the buckets of one channel: every post comes out of them; at least one
/// @param changes the buckets of changes to what stands, over the whole platform; empty: a change
///     comes out of its channel's buckets, like a post
/// @param platform the buckets that everything on the platform comes out of as well; empty: there
///     are none
public record DeskRates(List<Rate> channel, List<Rate> changes, List<Rate> platform) {
  /// For a platform of our own, to measure everything else.
  public static final DeskRates UNLIMITED = ofPosts(Rate.UNLIMITED);

  public DeskRates {
    channel = List.copyOf(channel);
    changes = List.copyOf(changes);
    platform = List.copyOf(platform);
  }

  /// Only posts are counted, by one bucket for each channel, and changes come out of it too.
  public static DeskRates ofPosts(Rate rate) {
    return new DeskRates(List.of(rate), List.of(), List.of());
  }

  /// What a post in the desk's channel comes out of there.
  public Budget channelOf(DeskRef desk) {
    return new Budget(desk.value(), channel);
  }

  /// What everything on the desk's platform comes out of as well.
  public List<Budget> platformOf(DeskRef desk) {
    return platform.isEmpty() ? List.of() : List.of(new Budget(desk.platform(), platform));
  }

  /// What a change of something on the desk comes out of.
  ///
  /// @param overdue whether it has waited so long that it no longer leaves anything to the
  ///     visitors' words
  public List<Budget> changeOn(DeskRef desk, boolean overdue) {
    Budget own =
        changes.isEmpty()
            ? new Budget(desk.value(), overdue ? channel : leavingAThird(channel))
            : new Budget(desk.platform() + ":update", changes);
    return with(own, platformOf(desk));
  }

  /// What a post on the desk comes out of.
  public List<Budget> postOn(DeskRef desk) {
    return with(channelOf(desk), platformOf(desk));
  }

  /// Whether posts on one channel have to keep any time.
  public boolean isLimited() {
    return channel.stream().anyMatch(Rate::isLimit);
  }

  private static List<Rate> leavingAThird(List<Rate> rates) {
    return rates.stream().map(Rate::leavingAThird).toList();
  }

  private static List<Budget> with(Budget first, List<Budget> others) {
    return others.isEmpty() ? List.of(first) : List.of(first, others.getFirst());
  }
}
