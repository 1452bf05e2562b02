package io.threadbridge.memory;

import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.contract.NotebookContract;

final class MemoryNotebookTest implements NotebookContract {
  private final MemoryNotebook notebook = new MemoryNotebook();

  @Override
  public Notebook notebook() {
    return notebook;
  }
}
