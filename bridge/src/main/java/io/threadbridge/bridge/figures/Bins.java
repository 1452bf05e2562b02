package io.threadbridge.bridge.figures;

/// The bins of all distributions: of a DDSketch with a relative accuracy of 1 %. The bin of a
/// length follows from the length alone, so counts per bin of days, desks and instances add up to
/// those of weeks, sites and firms, and lose nothing by it.
///
/// Bin 0 is for nothing at all; bin `1 + k` for the lengths above `γ^(k-1)` and up to `γ^k` ms. The
/// numbers are stored for years, so they depend on no library, and `StrictMath` is the same on
/// every machine.
public final class Bins {
  /// How far a value told from a bin may be from the one that was put into it, relatively.
  public static final double ACCURACY = 0.01;

  /// No longer length is told apart: 400 days, as long as a journal is kept.
  public static final long MILLIS_MAX = 400L * 24 * 60 * 60 * 1_000;

  private static final double GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
  private static final double LOG_OF_GAMMA = StrictMath.log(GAMMA);

  private Bins() {}

  /// The bin of a length, from 0 to [#MILLIS_MAX].
  public static int of(long millis) {
    return millis < 1
        ? 0
        : 1 + (int) StrictMath.ceil(StrictMath.log((double) millis) / LOG_OF_GAMMA);
  }

  /// The length for which a bin stands, in milliseconds: none in it is further away than the
  /// accuracy.
  static double millis(int bin) {
    return bin < 1 ? 0 : 2 * StrictMath.pow(GAMMA, bin - 1) / (GAMMA + 1);
  }
}
