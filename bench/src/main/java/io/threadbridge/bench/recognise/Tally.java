package io.threadbridge.bench.recognise;

/// How often something was labelled, said to be there, and both.
record Tally(long labelled, long said, long both) {
  /// Of what was said to be it, so much is; 1 if nothing was.
  double precision() {
    return said == 0 ? 1 : (double) both / said;
  }

  /// Of what is it, so much was found; 1 if nothing is.
  double recall() {
    return labelled == 0 ? 1 : (double) both / labelled;
  }
}
