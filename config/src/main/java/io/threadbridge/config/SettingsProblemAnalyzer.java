package io.threadbridge.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a [SettingsProblem] as a problem and its mend, without a stack trace.
final class SettingsProblemAnalyzer extends AbstractFailureAnalyzer<SettingsProblem> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsProblem cause) {
    return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
  }
}
