package io.threadbridge.bridge.port;

import java.util.List;

/// What is counted together: token buckets, all of which must have a token.
///
/// @param name what is counted, unique over everything; budgets of one name are one budget
/// @param rates the buckets, always in the same order; at least one
public record Budget(String name, List<Rate> rates) {
  public Budget {
    rates = List.copyOf(rates);
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("a budget without a bucket");
    }
  }
}
