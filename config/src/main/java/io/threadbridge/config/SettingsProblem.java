package io.threadbridge.config;

/// A setting that cannot be used: what is wrong, and the mend. Stops the start.
final class SettingsProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String mend;

  SettingsProblem(String problem, String mend) {
    super(problem);
    this.mend = mend;
  }

  SettingsProblem(String problem, String mend, Throwable cause) {
    super(problem, cause);
    this.mend = mend;
  }

  String mend() {
    return mend;
  }
}
