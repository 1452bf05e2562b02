package io.threadbridge.sandbox.wire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What the sandbox needs of HTTP beyond routes: raw bodies, its own address, cut connections.
public final class Http {
  private Http() {}

  /// Scheme and host as the caller named them, so that links work on any port.
  public static String base(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    return servlet.getScheme() + "://" + servlet.getHeader("Host");
  }

  /// The raw body; a longer one than `maximum` is refused.
  public static byte[] body(ServerRequest request, int maximum) throws IOException {
    byte[] bytes = request.servletRequest().getInputStream().readNBytes(maximum + 1);
    if (bytes.length > maximum) {
      throw new Refusal("request_too_large");
    }
    return bytes;
  }

  /// The body of an upload: raw, or the first part with bytes of a multipart form.
  public static byte[] upload(ServerRequest request, int maximum) throws IOException {
    HttpServletRequest servlet = request.servletRequest();
    String type = servlet.getContentType();
    if (type == null || !type.startsWith("multipart/form-data")) {
      return body(request, maximum);
    }
    try {
      for (var part : servlet.getParts()) {
        if (part.getSize() > maximum) {
          throw new Refusal("request_too_large");
        }
        try (InputStream bytes = part.getInputStream()) {
          return bytes.readNBytes(maximum);
        }
      }
    } catch (ServletException malformed) {
      throw new IOException("not a readable multipart body", malformed);
    }
    return new byte[0];
  }

  /// Cuts the connection under the request, as a dying server does: not a byte is answered.
  public static ServerResponse drop(ServerRequest request) {
    ServletContextRequest.getServletContextRequest(request.servletRequest())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
    return ServerResponse.noContent().build();
  }
}
