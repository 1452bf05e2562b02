package io.threadbridge.memory.loop;

/// The end of a process in the middle of a step: nothing in the loop may catch it.
final class WorkerDied extends Error {
  private static final long serialVersionUID = 1L;

  WorkerDied(String where) {
    super(where);
  }
}
