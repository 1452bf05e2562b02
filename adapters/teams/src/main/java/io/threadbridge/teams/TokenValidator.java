package io.threadbridge.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says whether a request is the Bot Framework's, for us, from our firm's Teams. The rules are
/// those of Microsoft's *Authenticate requests with the Bot Connector service*, and stricter where
/// the SDK lets things through: what is missing is refused.
final class TokenValidator {
  /// Who signs. There is no other: the Emulator's issuers would let our own outbound token in.
  static final String ISSUER = "https://api.botframework.com";

  /// The one channel that is ours.
  static final String CHANNEL = "msteams";

  /// So far may clocks differ.
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String BEARER = "bearer ";

  /// What becomes of a request.
  enum Verdict {
    /// It is what it says.
    GENUINE,
    /// Nobody known sent it.
    REFUSED,
    /// The Bot Framework sent it, but not for the Teams of our firm.
    FORBIDDEN
  }

  private final TeamsSettings settings;
  private final SigningKeys keys;
  private final ServiceUrls serviceUrls;
  private final InstantSource clock;

  TokenValidator(
      TeamsSettings settings, SigningKeys keys, ServiceUrls serviceUrls, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.serviceUrls = serviceUrls;
    this.clock = clock;
  }

  /// Judges a request. What can be judged without the key is judged first, so that a made-up token
  /// does not make us read keys.
  ///
  /// @param authorization the header, or nothing
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the keys are not at hand
  Verdict judge(String authorization, Told told) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Verdict.REFUSED;
    }
    try {
      DecodedJWT token = JWT.decode(authorization.substring(BEARER.length()).strip());
      if (!isForUs(token) || !isOfNow(token) || !saysWhere(token, told)) {
        return Verdict.REFUSED;
      }
      Optional<SigningKey> key = keys.find(token.getKeyId());
      if (key.isEmpty()) {
        return Verdict.REFUSED;
      }
      Algorithm.RSA256(key.get().key(), null).verify(token);
      return isOurTeams(key.get(), told) ? Verdict.GENUINE : Verdict.FORBIDDEN;
    } catch (JWTVerificationException | DateTimeException | IllegalArgumentException _) {
      // Not a token, or not signed by this key; moments can be beyond what a clock knows.
      return Verdict.REFUSED;
    }
  }

  private boolean isForUs(DecodedJWT token) {
    return "RS256".equals(token.getAlgorithm())
        && token.getKeyId() != null
        && ISSUER.equals(token.getIssuer())
        && List.of(settings.appId()).equals(token.getAudience());
  }

  private boolean isOfNow(DecodedJWT token) {
    Instant until = token.getExpiresAtAsInstant();
    Instant from = token.getNotBeforeAsInstant();
    Instant now = clock.instant();
    return until != null
        && from != null
        && now.isBefore(until.plus(SKEW))
        && !now.isBefore(from.minus(SKEW));
  }

  /// The token is good for one address; an activity that names none could be anybody's.
  private static boolean saysWhere(DecodedJWT token, Told told) {
    String claimed = token.getClaim("serviceurl").asString();
    return claimed != null && !claimed.isBlank() && claimed.equalsIgnoreCase(told.serviceUrl());
  }

  private boolean isOurTeams(SigningKey key, Told told) {
    List<String> tenants = told.tenants();
    return CHANNEL.equals(told.channelId())
        && key.endorsements().contains(CHANNEL)
        && serviceUrls.allowed(told.serviceUrl()).isPresent()
        && !tenants.isEmpty()
        && tenants.stream().allMatch(settings.tenantId()::equalsIgnoreCase);
  }
}
