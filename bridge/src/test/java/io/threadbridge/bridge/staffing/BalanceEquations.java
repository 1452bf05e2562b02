package io.threadbridge.bridge.staffing;

import java.util.Arrays;

/// The chain of the number of visitors, cut off where it hardly ever comes, its balance equations
/// solved by elimination, and the wait of one visitor followed step by step through time. It shares
/// nothing with [WaitingLine] but the pace of service.
final class BalanceEquations {
  private static final int WAITING_MAX = 120;
  private static final double STEP = 0.02;

  private final double arrivals;
  private final double impatience;
  private final int places;
  private final double pace;
  private final double[] share;

  BalanceEquations(Demand demand, Crew crew, double impatience) {
    this.arrivals = demand.perHour() / 3_600;
    this.impatience = impatience;
    this.places = crew.places();
    double[] down = new double[places + WAITING_MAX + 1];
    for (int here = 1; here < down.length; here++) {
      down[here] =
          crew.pace(Math.min(here, places)) / (demand.handling().toMillis() / 1_000.0)
              + Math.max(0, here - places) * impatience;
    }
    this.pace = places == 0 ? 0 : down[places];
    this.share = solved(balance(down));
  }

  double waits() {
    double sum = 0;
    for (int here = places; here < share.length; here++) {
      sum += share[here];
    }
    return sum;
  }

  double leaves() {
    double waiting = 0;
    for (int here = places; here < share.length; here++) {
      waiting += share[here] * (here - places);
    }
    return waiting * impatience / arrivals;
  }

  /// Heun's method on: with n ahead, one goes or I leave.
  double servedWithin(double seconds) {
    double[] served = new double[WAITING_MAX + 1];
    for (double time = 0; time < seconds - STEP / 2; time += STEP) {
      double[] slope = slope(served);
      double[] ahead = served.clone();
      for (int n = 0; n < served.length; n++) {
        ahead[n] += STEP * slope[n];
      }
      double[] later = slope(ahead);
      for (int n = 0; n < served.length; n++) {
        served[n] += STEP * (slope[n] + later[n]) / 2;
      }
    }
    double sum = 1 - waits();
    for (int n = 0; n < served.length; n++) {
      sum += share[places + n] * served[n];
    }
    return sum;
  }

  private double[] slope(double[] served) {
    double[] slope = new double[served.length];
    for (int n = 0; n < served.length; n++) {
      double oneFewer = n == 0 ? 1 : served[n - 1];
      slope[n] = (pace + n * impatience) * (oneFewer - served[n]) - impatience * served[n];
    }
    return slope;
  }

  /// Into each state as often as out of it; the last row says that all shares together are 1.
  private double[][] balance(double[] down) {
    int states = down.length;
    double[][] rows = new double[states][states + 1];
    for (int here = 0; here < states - 1; here++) {
      rows[here][here] = -arrivals - down[here];
      rows[here][here + 1] = down[here + 1];
      if (here > 0) {
        rows[here][here - 1] = arrivals;
      }
    }
    Arrays.fill(rows[states - 1], 1);
    return rows;
  }

  private static double[] solved(double[][] rows) {
    int size = rows.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        if (Math.abs(rows[row][pivot]) > Math.abs(rows[pivot][pivot])) {
          double[] swapped = rows[row];
          rows[row] = rows[pivot];
          rows[pivot] = swapped;
        }
      }
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          rows[row][column] -= factor * rows[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = 0; row < size; row++) {
      solution[row] = rows[row][size] / rows[row][row];
    }
    return solution;
  }
}
