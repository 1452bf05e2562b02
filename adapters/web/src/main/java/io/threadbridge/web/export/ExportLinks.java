package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.site.DigestPeriod;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links to a site's figures of a period. All of what a link says is signed by HMAC-SHA-256, so
/// that nobody reads another site, other days, or longer than they were given. They are kept
/// nowhere, so a change of the secret ends them all. Never logged.
public final class ExportLinks implements ReportLinks {
  /// A shorter secret is refused.
  public static final int SECRET_BYTES_MIN = 16;

  static final String PATH = "/export/v1/figures.";

  /// What is signed begins with this, so that no other link of ours is good here.
  private static final String PURPOSE = "EXPORT";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PARAMETER_MAX = 128;

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

  @Override
  public URI figures(SiteName site, DigestPeriod period, Format format) {
    String until = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String from = period.from().toString();
    String to = period.to().toString();
    return URI.create(
        "%s%s?site=%s&from=%s&to=%s&until=%s&signature=%s"
            .formatted(
                root,
                path(format),
                URLEncoder.encode(site.value(), UTF_8),
                from,
                to,
                until,
                encoded(signature(format, site.value(), from, to, until))));
  }

  static String path(Format format) {
    return PATH + format.name().toLowerCase(Locale.ROOT);
  }

  /// What a request's parameters give; empty if we did not write all of them, or too long ago.
  Optional<Wanted> open(Format format, Map<String, String> parameters) {
    String site = parameter(parameters, "site");
    String from = parameter(parameters, "from");
    String to = parameter(parameters, "to");
    String until = parameter(parameters, "until");
    byte[] ours = encoded(signature(format, site, from, to, until)).getBytes(UTF_8);
    boolean signed =
        MessageDigest.isEqual(ours, parameter(parameters, "signature").getBytes(UTF_8));
    return signed && isBefore(until)
        ? period(from, to).map(period -> new Wanted(new SiteName(site), period))
        : Optional.empty();
  }

  private static String parameter(Map<String, String> parameters, String name) {
    String value = parameters.getOrDefault(name, "");
    return value.length() <= PARAMETER_MAX ? value : "";
  }

  /// We wrote the number ourselves: it is signed.
  private boolean isBefore(String until) {
    return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
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

  private static String encoded(byte[] signature) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private byte[] signature(Format format, String site, String from, String to, String until) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String all = String.join("\n", PURPOSE, format.name(), site, from, to, until);
      return mac.doFinal(all.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
