package io.threadbridge.memory;

import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.contract.SiteStoreContract;

final class MemorySiteStoreTest implements SiteStoreContract {
  private final MemorySiteStore sites = new MemorySiteStore();

  @Override
  public SiteStore sites() {
    return sites;
  }
}
