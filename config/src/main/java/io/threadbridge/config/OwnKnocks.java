package io.threadbridge.config;

import io.threadbridge.bridge.port.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Three requests of ours to our own visitors' side, so that the first visitor's are not the first:
/// a question about a site, a conversation on a site that does not exist, a word with a token that
/// opens nothing. The last two are refused, and nothing is opened, said or kept.
final class OwnKnocks implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String NO_SITE = "{\"site\":\"\",\"page\":{},\"visitor\":{}}";

  private final URI visitors;
  private final Site site;

  /// @param here where the program answers on this machine
  /// @param site whose origin the requests name
  OwnKnocks(URI here, Site site) {
    this.visitors = here.resolve("/visitor/v1/");
    this.site = site;
  }

  @Override
  public void run() {
    List<HttpRequest> requests =
        List.of(
            to("sites/" + site.name().value()).build(),
            to("conversations").POST(BodyPublishers.ofString(NO_SITE)).build(),
            to("frames")
                .header("Authorization", "Bearer rehearsal")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (HttpRequest request : requests) {
        int _ = http.send(request, BodyHandlers.discarding()).statusCode();
      }
    } catch (IOException _) {
      // The port speaks something else here, TLS perhaps: then the first visitor waits a little.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(visitors.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Origin", site.origins().getFirst());
  }
}
