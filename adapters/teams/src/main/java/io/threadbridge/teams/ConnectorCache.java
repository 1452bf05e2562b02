package io.threadbridge.teams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.net.URI;
import java.time.Duration;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import retrofit2.Retrofit;

/// The SDK's connectors, one for each address and patience. The SDK's own defaults send a failed
/// post three times more within milliseconds, wait two minutes and keep cookies; none of it here.
final class ConnectorCache {
  /// Addresses times patiences; Teams has one address for a region.
  private static final int CONNECTORS_MAX = 12;

  private record Key(URI address, Duration within) {}

  private final OkHttpClient http;
  private final JacksonAdapter serializer;
  private final BoundedNotes<Key, Conversations> connectors = new BoundedNotes<>(CONNECTORS_MAX);

  ConnectorCache(OkHttpClient http, ObjectMapper mapper) {
    this.http = http;
    this.serializer = new OurMapper(mapper);
  }

  Conversations at(URI address, Duration within) {
    Key key = new Key(address, within);
    return connectors
        .get(key)
        .orElseGet(
            () -> {
              Conversations made = make(address, within);
              connectors.put(key, made);
              return made;
            });
  }

  private Conversations make(URI address, Duration within) {
    OkHttpClient.Builder client = http.newBuilder();
    RestClient.Builder builder =
        new RestClient.Builder(client, new Retrofit.Builder())
            .withBaseUrl(address.toString())
            .withSerializerAdapter(serializer)
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withRetryStrategy(new Never());
    // After the SDK's builder, which sets its own.
    client
        .cookieJar(CookieJar.NO_COOKIES)
        .connectTimeout(Duration.ofMillis(http.connectTimeoutMillis()))
        .readTimeout(within)
        .callTimeout(within);
    return new RestConnectorClient(builder.build()).getConversations();
  }

  private static final class Never extends RetryStrategy {
    Never() {
      super("never", false);
    }

    @Override
    public boolean shouldRetry(int attempt, Response response) {
      return false;
    }
  }

  /// The SDK's own mapper writes what nobody asked for, and takes mix-ins for reading only.
  private static final class OurMapper extends JacksonAdapter {
    private final ObjectMapper mapper;

    OurMapper(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public ObjectMapper serializer() {
      return mapper;
    }
  }
}
