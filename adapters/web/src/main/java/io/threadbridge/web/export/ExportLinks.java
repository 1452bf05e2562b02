package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.web.LinkSignature;
import java.net.URI;
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

/// Links to a site's figures of a period, as files and as pictures. All of what a link says is
/// signed, so that nobody reads another site, other days, or longer than they were given. They are
/// kept nowhere, so a change of the secret ends them all. Never logged.
public final class ExportLinks implements ReportLinks {
  static final String PARAMETER = "t";

  private static final String PATH = "/export/v1/";

  /// What is signed begins with this, so that no other link of ours is good here.
  private static final String PURPOSE = "EXPORT";

  private static final String SEPARATOR = ".";
  private static final int TOKEN_MAX = 512;

  private final String root;
  private final LinkSignature signature;
  private final InstantSource clock;

  /// Links to the program at `publicUrl`.
  ///
  /// @param secret known to all instances, and to nobody else
  /// @throws IllegalArgumentException if it is shorter than [LinkSignature#SECRET_BYTES_MIN]
  public ExportLinks(URI publicUrl, byte[] secret, InstantSource clock) {
    this.root = publicUrl.toString().replaceFirst("/+$", "");
    this.signature = new LinkSignature(secret);
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
            encoded(site.value()));
    return link(path(format), format, about);
  }

  @Override
  public URI picture(PictureOf picture) {
    String about =
        String.join(
            SEPARATOR,
            picture.period().from().toString(),
            picture.period().to().toString(),
            encoded(picture.desk().map(DeskRef::value).orElse("")),
            encoded(picture.site().value()));
    return link(path(picture.subject()), picture.subject(), about);
  }

  private URI link(String path, Enum<?> kind, String about) {
    String token = about + SEPARATOR + signature.of(PURPOSE, kind.name(), about);
    return URI.create(root + path + "?" + PARAMETER + "=" + token);
  }

  static String path(PictureOf.Subject subject) {
    return PATH + subject.name().toLowerCase(Locale.ROOT) + ".png";
  }

  static String path(Format format) {
    return PATH + "figures." + format.name().toLowerCase(Locale.ROOT);
  }

  /// What a token gives; empty if we did not write all of it, or too long ago.
  Optional<Wanted> open(Format format, String token) {
    return signed(format, token)
        .filter(parts -> clock.instant().isBefore(moment(parts.getFirst())))
        .flatMap(
            parts ->
                period(parts.get(1), parts.get(2))
                    .map(period -> new Wanted(site(parts.getLast()), period)));
  }

  /// What picture a token gives, however long ago it was made; empty if we did not write all of it.
  Optional<PictureOf> open(PictureOf.Subject subject, String token) {
    return signed(subject, token)
        .flatMap(
            parts ->
                period(parts.get(0), parts.get(1))
                    .map(
                        period ->
                            new PictureOf(
                                site(parts.getLast()), desk(parts.get(2)), period, subject)));
  }

  /// The parts of a token, of which we wrote every one ourselves.
  private Optional<List<String>> signed(Enum<?> kind, String token) {
    int end = token.lastIndexOf(SEPARATOR);
    if (end < 0 || token.length() > TOKEN_MAX) {
      return Optional.empty();
    }
    String about = token.substring(0, end);
    return signature.isOf(token.substring(end + 1), PURPOSE, kind.name(), about)
        ? Optional.of(List.of(about.split(Pattern.quote(SEPARATOR), -1)))
        : Optional.empty();
  }

  private static Instant moment(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static SiteName site(String encoded) {
    return new SiteName(decoded(encoded));
  }

  private static Optional<DeskRef> desk(String encoded) {
    return Optional.of(decoded(encoded)).filter(name -> !name.isEmpty()).map(DeskRef::new);
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

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String encoded) {
    return new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
  }
}
