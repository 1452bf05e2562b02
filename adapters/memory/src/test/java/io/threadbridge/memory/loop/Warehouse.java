package io.threadbridge.memory.loop;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A receiver of events that answers what a test wants.
final class Warehouse implements EventFeed {
  /// What was told, call by call.
  final List<List<Event>> calls = new ArrayList<>();

  /// What it answers next; when there is nothing more, `always`.
  final Deque<Delivery> answers = new ArrayDeque<>();

  Delivery always = new Delivery.Done(new PostRef("kept"));

  @Override
  public Delivery publish(SiteName site, List<Event> events) {
    calls.add(events);
    Delivery next = answers.poll();
    return next == null ? always : next;
  }

  List<String> ids() {
    return calls.stream().flatMap(List::stream).map(Event::id).toList();
  }
}
