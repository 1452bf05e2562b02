package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.site.DigestPeriod;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links to a site's figures of a period. All of what a link says is signed by HMAC-SHA-256, so
/// that nobody reads another site, other days, or longer than they were given. They are kept
/// nowhere, so a change of the secret ends them all. Never logged.
public final class ExportLinks implements ReportLinks {
  /// A shorter secret is refused.
  public static final int SECRET_BYTES_MIN = 16;

  static final String PARAMETER = "t";

  private static final String PATH = "/export/v1/figures.";

  /// What is signed begins with this, so that no other link of ours is good here.
  private static final String PURPOSE = "EXPORT";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = ".";
  private static final int TOKEN_MAX = 512;

  private final String root;
  private final SecretKeySpec key;
  private final InstantSource clock;

  /// Links to the program at `publicUrl`.
  ///
  /// @param secret known to all instances, and to nobody else
  /// @throws IllegalArgumentException if it is shorter than [#SECRET_BYTES_MIN]
  public ExportLinks(URI publicUrl, byte[] secret, InstantSource clock) {
    if (secret.length < SECRET_BYTES_MIN) {
      throw new IllegalArgumentException(
          "a secret for links has at least " + SECRET_BYTES_MIN + " bytes");
    }
    this.root = publicUrl.toString().replaceFirst("/+$", "");
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.clock = clock;
  }

  /// What a link gives.
  record Wanted(SiteName site, DigestPeriod period) {}

  /// One parameter without any sign that a chat platform escapes.
  @Override
  public URI figures(SiteName site, DigestPeriod period, Format format) {
    String about =
        String.join(
            SEPARATOR,
            Long.toString(clock.instant().plus(LIFE).getEpochSecond()),
            period.from().toString(),
            period.to().toString(),
            encoded(site.value().getBytes(UTF_8)));
    String token = about + SEPARATOR + encoded(signature(format.name(), about));
    return URI.create(root + path(format) + "?" + PARAMETER + "=" + token);
  }

  @Override
  public URI picture(PictureOf picture) {
    String about =
        String.join(
            SEPARATOR,
            picture.period().from().toString(),
            picture.period().to().toString(),
            encoded(picture.desk().map(DeskRef::value).orElse("").getBytes(UTF_8)),
            encoded(picture.site().value().getBytes(UTF_8)));
    String token = about + SEPARATOR + encoded(signature(picture.subject().name(), about));
    return URI.create(root + path(picture.subject()) + "?" + PARAMETER + "=" + token);
  }

  static String path(PictureOf.Subject subject) {
    return "/export/v1/" + subject.name().toLowerCase(Locale.ROOT) + ".png";
  }

  static String path(Format format) {
    return PATH + format.name().toLowerCase(Locale.ROOT);
  }

  /// What a token gives; empty if we did not write all of it, or too long ago.
  Optional<Wanted> open(Format format, String token) {
    int end = token.lastIndexOf(SEPARATOR);
    if (end < 0 || token.length() > TOKEN_MAX) {
      return Optional.empty();
    }
    String about = token.substring(0, end);
    byte[] ours = encoded(signature(format.name(), about)).getBytes(UTF_8);
    return MessageDigest.isEqual(ours, token.substring(end + 1).getBytes(UTF_8))
        ? signed(List.of(about.split(Pattern.quote(SEPARATOR), -1)))
        : Optional.empty();
  }

  /// We wrote every part ourselves.
  private Optional<Wanted> signed(List<String> parts) {
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts.getFirst()));
    SiteName site = new SiteName(new String(Base64.getUrlDecoder().decode(parts.getLast()), UTF_8));
    return clock.instant().isBefore(until)
        ? period(parts.get(1), parts.get(2)).map(period -> new Wanted(site, period))
        : Optional.empty();
  }

  private static Optional<DigestPeriod> period(String from, String to) {
    try {
      DigestPeriod period = new DigestPeriod(LocalDate.parse(from), LocalDate.parse(to));
      return ChronoUnit.DAYS.between(period.from(), period.to()) < FiguresStore.DAYS_MAX
          ? Optional.of(period)
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(String kind, String about) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(String.join("\n", PURPOSE, kind, about).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
