package io.threadbridge.bridge.staffing;

/// People who are there together, each of whom serves several visitors at once.
///
/// Three conversations at once do not go on as fast as one alone. A person reads and writes in one
/// of them at a time; that `capacity` of them keep her just busy says that a share of 1/`capacity`
/// of each is hers, and the rest the visitor's. Two visitors who wrote at the same moment wait for
/// each other, which is the machine-repair problem (a closed queue of one server), solved here by
/// mean value analysis. With three at once a person does the work of 2.37 conversations one after
/// another. That a rate which depends on the number of conversations is the right model of chat is
/// from Tezcan and Zhang, "Routing and Staffing in Customer Service Chat Systems with Impatient
/// Customers", Operations Research 62 (2014).
///
/// @param people 0 to [#PEOPLE_MAX]
/// @param capacity conversations a person serves at once, 1 to [#CAPACITY_MAX]; 1 is a telephone
record Crew(int people, int capacity) {
  /// So many people at one desk are looked at.
  static final int PEOPLE_MAX = 100;

  /// So many conversations at once are believed of one person.
  static final int CAPACITY_MAX = 20;

  Crew {
    if (people < 0 || people > PEOPLE_MAX) {
      throw new IllegalArgumentException("people are 0 to " + PEOPLE_MAX + ", not " + people);
    }
    if (capacity < 1 || capacity > CAPACITY_MAX) {
      throw new IllegalArgumentException(
          "a person serves 1 to " + CAPACITY_MAX + " visitors at once, not " + capacity);
    }
  }

  /// How many visitors can be served at once.
  int places() {
    return people * capacity;
  }

  /// How much gets done with so many conversations, in conversations alone with a person; everybody
  /// has as many as the others, or one more.
  ///
  /// @param conversations 0 to [#places]
  double pace(int conversations) {
    if (conversations == 0) {
      return 0;
    }
    int each = conversations / people;
    int withOneMore = conversations % people;
    return withOneMore * paceOfOne(each + 1) + (people - withOneMore) * paceOfOne(each);
  }

  private double paceOfOne(int conversations) {
    double visitorsPart = capacity - 1.0;
    double waitingForHer = 0;
    double answers = 0;
    for (int present = 1; present <= conversations; present++) {
      double untilAnswered = 1 + waitingForHer;
      answers = present / (untilAnswered + visitorsPart);
      waitingForHer = answers * untilAnswered;
    }
    return answers * capacity;
  }
}
