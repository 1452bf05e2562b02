package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Makes the calls of Microsoft's sign-in library with our own client, whose time is bounded.
///
/// @param http with the time that a sign-in may take
record SignInCalls(OkHttpClient http) implements IHttpClient {
  private static final long BODY_BYTES_MAX = 256L * 1024;

  @Override
  public IHttpResponse send(HttpRequest asked) throws IOException {
    Request.Builder request = new Request.Builder().url(asked.url());
    if (asked.headers() != null) {
      asked.headers().forEach(request::header);
    }
    if (asked.httpMethod() == HttpMethod.POST) {
      // As bytes: for a text OkHttp would add a character set to the type that the library set.
      byte[] body = Objects.toString(asked.body(), "").getBytes(UTF_8);
      request.post(RequestBody.create(body));
    }
    try (Response response = http.newCall(request.build()).execute()) {
      HttpResponse answer = new HttpResponse();
      answer.addHeaders(response.headers().toMultimap());
      return answer.statusCode(response.code()).body(response.peekBody(BODY_BYTES_MAX).string());
    }
  }
}
