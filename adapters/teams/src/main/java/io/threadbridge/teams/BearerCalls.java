package io.threadbridge.teams;

import java.io.IOException;
import java.net.Proxy;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// The one way out with a token of ours: to an address that is allowed, and to no other. A token
/// that is not taken is changed once for a fresh one; apart from that nothing is ever sent twice.
///
/// @param scope what the token is good for
/// @param isAllowed where it may go
record BearerCalls(TeamsCredentials credentials, String scope, Predicate<HttpUrl> isAllowed) {
  /// A longer answer is not read; a page of 200 members has about 100 KB.
  static final long BODY_BYTES_MAX = 1024L * 1024;

  private static final int CONNECT_SECONDS = 5;
  private static final int UNAUTHORISED = 401;
  private static final int NO_CONTENT = 204;

  /// A client without tokens that repeats nothing, follows nowhere and keeps no cookie.
  static OkHttpClient plainClient(boolean loopback) {
    Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    // All calls go to one host; who calls keeps the rates.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            // Short: a connection that the other side gave up meanwhile costs a post marked double.
            .connectionPool(new ConnectionPool(5, 20, TimeUnit.SECONDS));
    return loopback ? builder.proxy(Proxy.NO_PROXY).build() : builder.build();
  }

  /// The same client, whose calls bear the token and bring answers that are read already.
  OkHttpClient.Builder on(OkHttpClient plain) {
    return with(plain, chain -> read(authorised(chain)));
  }

  /// The same client, whose calls bear the token and bring answers that are read as they come.
  OkHttpClient.Builder streamedOn(OkHttpClient plain) {
    return with(plain, this::authorised);
  }

  private static OkHttpClient.Builder with(OkHttpClient plain, Interceptor calls) {
    return plain.newBuilder().addInterceptor(calls).addNetworkInterceptor(BearerCalls::marked);
  }

  /// Set as soon as there is a connection to send on.
  private static final class Sent {
    private final AtomicBoolean yes = new AtomicBoolean();
  }

  private static Response marked(Interceptor.Chain chain) throws IOException {
    Sent sent = chain.request().tag(Sent.class);
    if (sent != null) {
      sent.yes.set(true);
    }
    return chain.proceed(chain.request());
  }

  private Response authorised(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    if (!isAllowed.test(request.url())) {
      throw new NotSent(TeamsErrors.noAddress());
    }
    String token = credentials.token(scope);
    Response response = sent(chain, request, token);
    if (response.code() == UNAUTHORISED) {
      response.close();
      response = sent(chain, request, credentials.other(scope, token));
    }
    return response;
  }

  private static Response sent(Interceptor.Chain chain, Request request, String token)
      throws IOException {
    Sent sent = new Sent();
    try {
      return chain.proceed(
          request
              .newBuilder()
              .tag(Sent.class, sent)
              .header("Authorization", "Bearer " + token)
              .build());
    } catch (IOException e) {
      if (sent.yes.get()) {
        throw e;
      }
      throw new NotSent(TeamsErrors.unreachable(e.getClass().getSimpleName()));
    }
  }

  /// With the body read, so that a body that hangs or never ends is met here. The SDK takes 204 for
  /// a failure.
  private static Response read(Response response) throws IOException {
    try (response) {
      ResponseBody body = response.peekBody(BODY_BYTES_MAX);
      int code = response.code() == NO_CONTENT ? 200 : response.code();
      return response.newBuilder().code(code).body(body).build();
    }
  }
}
