package io.threadbridge.texts;

/// A site's own text that cannot be used: which and why, and the mend. It is found at the start.
public final class UnusableText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String mend;

  UnusableText(String problem, String mend) {
    super(problem);
    this.mend = mend;
  }

  UnusableText(String problem, String mend, Throwable cause) {
    super(problem, cause);
    this.mend = mend;
  }

  /// What to write instead.
  public String mend() {
    return mend;
  }
}
