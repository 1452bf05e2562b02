package io.threadbridge.config;

import io.threadbridge.redis.embedded.EmbeddedRedisUnavailable;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows why the program's own Redis cannot be used, and the mend, without a stack trace.
final class EmbeddedRedisAnalyzer extends AbstractFailureAnalyzer<EmbeddedRedisUnavailable> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedRedisUnavailable cause) {
    return new FailureAnalysis(
        Objects.requireNonNullElse(cause.getMessage(), "the embedded Redis cannot be used"),
        "As said above; threadbridge.redis.url names a Redis of your own.",
        cause);
  }
}
