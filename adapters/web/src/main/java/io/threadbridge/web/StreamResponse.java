package io.threadbridge.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/// An event stream over the container's own asynchronous requests. Spring's builder for event
/// streams cannot end a stream once a send has failed: the request would stay open, and counted,
/// until its time is up.
///
/// @param life after this the container ends the stream
/// @param begin is handed the stream on the request's thread
record StreamResponse(Duration life, Consumer<EventStream> begin) implements ServerResponse {
  @Override
  public HttpStatusCode statusCode() {
    return HttpStatus.OK;
  }

  @Override
  public HttpHeaders headers() {
    return new HttpHeaders();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.flushBuffer();
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(life.toMillis());
    EventStream stream = new EventStream(async, response.getOutputStream());
    async.addListener(new Ends(stream));
    begin.accept(stream);
    return null;
  }

  /// Whatever ends the request ends the stream.
  private record Ends(EventStream stream) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      stream.ended();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      stream.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
      stream.complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
