package io.threadbridge.config;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a Redis that is away at the start as a problem and its mend, without a stack trace.
final class StoreProblemAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
    return new FailureAnalysis(
        "Redis does not answer: " + Objects.requireNonNullElse(cause.getMessage(), ""),
        "Start Redis, or mend threadbridge.redis.url; without that setting the program brings its"
            + " own.",
        cause);
  }
}
