package io.threadbridge.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/// A response with more headers than it was built with; Spring's own cannot be changed once built,
/// and an event stream's never. A header that the response brings itself counts instead.
record WithHeaders(ServerResponse response, Map<String, String> more) implements ServerResponse {
  @Override
  public HttpStatusCode statusCode() {
    return response.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return response.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return response.cookies();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse servlet, Context context)
      throws ServletException, IOException {
    more.forEach(
        (name, value) -> {
          if (!response.headers().containsHeader(name)) {
            servlet.addHeader(name, value);
          }
        });
    return response.writeTo(request, servlet, context);
  }
}
