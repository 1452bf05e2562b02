package io.threadbridge.memory;

import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.contract.FileStoreContract;

final class MemoryFileStoreTest extends MemoryKeeper implements FileStoreContract {
  private final MemoryFileStore files = new MemoryFileStore(store());

  @Override
  public FileStore files() {
    return files;
  }
}
