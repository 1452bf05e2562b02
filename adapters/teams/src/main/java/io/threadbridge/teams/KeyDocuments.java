package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads the Bot Framework's keys from where it names them: one document says where the other is.
final class KeyDocuments implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /// A document, its body included, takes no longer; one that hangs is given up.
  private static final Duration READ = Duration.ofSeconds(5);

  /// A longer document is not read.
  private static final long BYTES_MAX = 1_000_000;

  private final URI metadata;
  private final ObjectMapper mapper = TeamsMapper.create();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  KeyDocuments(URI metadata) {
    this.metadata = metadata;
  }

  /// The keys of now, by their ids; never none.
  ///
  /// @throws IOException if they cannot be had
  Map<String, SigningKey> read() throws IOException, InterruptedException {
    String written = document(metadata).path("jwks_uri").asText("");
    Map<String, SigningKey> keys = SigningKey.read(document(address(written)));
    if (keys.isEmpty()) {
      throw new IOException("no keys in the document of keys");
    }
    return keys;
  }

  private static URI address(String written) throws IOException {
    try {
      URI address = URI.create(written);
      String host = address.getHost() == null ? "" : address.getHost();
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && ServiceUrls.isLoopback(host));
      if (safe && !host.isEmpty()) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new IOException("the keys are said to be where they must not be");
  }

  private JsonNode document(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(READ).build();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX));
    try {
      HttpResponse<byte[]> response = sent.get(READ.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException(address.getHost() + " answers " + response.statusCode());
      }
      return mapper.readTree(response.body());
    } catch (TimeoutException e) {
      throw new IOException(address.getHost() + " does not answer", e);
    } catch (ExecutionException e) {
      throw new IOException(address.getHost() + " does not answer", e);
    } finally {
      sent.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
