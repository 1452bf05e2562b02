package io.threadbridge.bridge.staffing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// A simulation of a desk in which nothing is assumed of how three conversations slow each other
/// down: a person answers one visitor after another, and each visitor takes their time to reply.
final class WritingPeople {
  /// Answers in a conversation, on average.
  private static final double ANSWERS = 8;

  private final Crew crew;
  private final Random random;
  private final double arrivals;
  private final double answering;
  private final double replying;
  private final double patience;
  private final List<Person> people = new ArrayList<>();
  private final Deque<Visitor> line = new ArrayDeque<>();
  private final List<Double> waits = new ArrayList<>();
  private double now;
  private int came;
  private int left;

  private record Visitor(double came, double leaves) {}

  private static final class Person {
    private int unanswered;
    private int replying;
  }

  WritingPeople(Demand demand, Crew crew, Duration patience, Random random) {
    this.crew = crew;
    this.random = random;
    this.arrivals = demand.perHour() / 3_600;
    double round = demand.handling().toSeconds() / ANSWERS;
    this.answering = crew.capacity() / round;
    this.replying = 1 / (round - round / crew.capacity());
    this.patience = patience.toSeconds();
    for (int person = 0; person < crew.people(); person++) {
      people.add(new Person());
    }
  }

  /// So many visitors come.
  void serve(int visitors) {
    while (came < visitors) {
      step();
    }
  }

  double left() {
    return (double) left / came;
  }

  double servedWithin(double seconds) {
    return (double) waits.stream().filter(wait -> wait <= seconds).count() / came;
  }

  private void step() {
    double all = arrivals;
    for (Person person : people) {
      all += (person.unanswered > 0 ? answering : 0) + person.replying * replying;
    }
    now += random.nextExponential() / all;
    double which = random.nextDouble() * all - arrivals;
    if (which < 0) {
      came++;
      line.add(new Visitor(now, now + random.nextExponential() * patience));
    }
    for (Person person : people) {
      if (which >= 0) {
        which = goesOn(person, which);
      }
    }
    admit();
  }

  /// What is left of `which` if it was not this person's turn, and else less than nothing.
  private double goesOn(Person person, double which) {
    double answers = person.unanswered > 0 ? answering : 0;
    double replies = person.replying * replying;
    if (which < answers) {
      person.unanswered--;
      person.replying++;
    } else if (which < answers + replies) {
      person.replying--;
      person.unanswered += random.nextDouble() < 1 / ANSWERS ? 0 : 1;
    }
    return which - answers - replies;
  }

  private void admit() {
    for (Person person : people) {
      while (person.unanswered + person.replying < crew.capacity() && takesNext(person)) {
        waits.add(now - line.remove().came());
        person.unanswered++;
      }
    }
  }

  /// Whether somebody who has not left waits, and nobody has fewer conversations.
  private boolean takesNext(Person person) {
    while (!line.isEmpty() && line.element().leaves() < now) {
      line.remove();
      left++;
    }
    return !line.isEmpty()
        && people.stream()
            .allMatch(
                other -> other.unanswered + other.replying >= person.unanswered + person.replying);
  }
}
