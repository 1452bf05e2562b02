package io.threadbridge.config;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/// Says where to look, once everything works.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final URI address;

  Welcome(URI address) {
    this.address = address;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    LOG.info(
        "Threadbridge is ready. Open {} and say hello on the left; answer in the thread on the right.",
        address);
  }
}
