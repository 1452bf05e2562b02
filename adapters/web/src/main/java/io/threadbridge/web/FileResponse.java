package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SharedFile;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/// A file that goes out as its bytes come in. Where they break off, or go on for longer than any
/// file may, the connection is cut, so that nobody takes what they have for the whole.
///
/// @param bytes closed when the answer is written
/// @param length how many there are in all, if that is certain
record FileResponse(HttpHeaders headers, InputStream bytes, Optional<Long> length)
    implements ServerResponse {
  private static final int BUFFER = 32 * 1024;

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatus.OK;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    try (bytes) {
      headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      length.ifPresent(response::setContentLengthLong);
      if (!HttpMethod.HEAD.matches(request.getMethod())) {
        write(response.getOutputStream());
      }
    }
    return null;
  }

  private void write(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      count += read;
      if (count > SharedFile.SIZE_MAX) {
        throw new IOException("a file goes on for longer than any may");
      }
      out.write(buffer, 0, read);
    }
    if (length.orElse(count) != count) {
      throw new IOException("a file ended too early");
    }
  }
}
