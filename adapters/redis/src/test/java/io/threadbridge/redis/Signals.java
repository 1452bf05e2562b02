package io.threadbridge.redis;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Sends a process a signal.
final class Signals {
  private Signals() {}

  static void freeze(long pid) {
    send("-STOP", pid);
  }

  static void thaw(long pid) {
    send("-CONT", pid);
  }

  static void kill(long pid) {
    send("-KILL", pid);
    Eventually.yes(() -> ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
  }

  private static void send(String signal, long pid) {
    try {
      int ended = new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
      if (ended != 0) {
        throw new AssertionError("there is no process " + pid);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
