package io.threadbridge.config.planted.slack;

import io.threadbridge.config.planted.sandbox.Pretend;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/// An adapter that Spring finds and fills by itself, and that knows its opponent.
public final class Desk {
  private Desk() {}

  /// Is found.
  @Component
  public static final class IsAComponent {}

  /// Is found under another name.
  @Service
  public static final class IsAService {}

  /// Is filled.
  public static final class IsFilled {
    private final String name;

    /// Filled with this.
    @Autowired
    public IsFilled(String name) {
      this.name = name;
    }

    /// What it was filled with.
    public String name() {
      return name;
    }
  }

  /// Knows the sandbox.
  public record KnowsTheSandbox(Pretend pretend) {}
}
