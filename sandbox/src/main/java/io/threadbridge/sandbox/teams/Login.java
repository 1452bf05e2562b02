package io.threadbridge.sandbox.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/// The directory's login: client credentials for a bearer token, and what a login library reads
/// before it asks for one.
final class Login {
  /// Tokens that are good at one time; the oldest goes first.
  static final int MAX_TOKENS = 200;

  /// Seconds; the directory's own.
  static final long LIFETIME = 3_599;

  /// For the connector.
  static final String BOT_SCOPE = "https://api.botframework.com/.default";

  /// For the directory's API.
  static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";

  private static final String PATH = "/sandbox/teams/login/";

  private static final Pattern HOST = Pattern.compile("https?://([^/:]+)");

  private record Good(String scope, long until) {}

  private final TeamsWorld world;
  private final Door door;
  private final SequencedMap<String, Good> tokens = new LinkedHashMap<>();
  private long lifetime = LIFETIME;

  Login(TeamsWorld world, Door door) {
    this.world = world;
    this.door = door;
  }

  void addTo(RouterFunctions.Builder routes) {
    routes.POST(PATH + "{tenant}/oauth2/v2.0/token", this::token);
    routes.GET(PATH + "{tenant}/.well-known/openid-configuration", this::metadata);
    routes.GET(PATH + "{tenant}/v2.0/.well-known/openid-configuration", this::metadata);
    routes.GET(PATH + "common/discovery/instance", this::instance);
    // What MSAL makes of this authority: it takes the first part of the path as the tenant.
    routes.POST("/sandbox/oauth2/v2.0/token", this::token);
  }

  /// Whether this bearer token is good for `scope`.
  synchronized boolean knows(String authorization, String scope) {
    String token = authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    Good good = tokens.get(token);
    return good != null && good.scope().equals(scope) && world.now() < good.until();
  }

  /// No token that was given is good any more.
  synchronized void revoke() {
    tokens.clear();
  }

  /// Seconds for which new tokens are good.
  synchronized void setLifetime(long seconds) {
    lifetime = seconds;
  }

  private ServerResponse token(ServerRequest request) {
    return door.answer(request, Operation.TOKEN, "", () -> granted(request));
  }

  private TeamsAnswer granted(ServerRequest request) {
    String tenant = request.pathVariables().getOrDefault("tenant", TeamsSandboxIds.TENANT);
    if (!tenant.equals(TeamsSandboxIds.TENANT)) {
      return wrong(400, "invalid_request", "AADSTS90002: Tenant not found.");
    }
    if (!parameter(request, "grant_type").equals("client_credentials")) {
      return wrong(400, "unsupported_grant_type", "AADSTS70003: Only client_credentials.");
    }
    String[] basic = basic(request);
    String client = basic.length == 2 ? basic[0] : parameter(request, "client_id");
    String secret = basic.length == 2 ? basic[1] : parameter(request, "client_secret");
    if (!client.equals(TeamsSandboxIds.APP_ID)) {
      return wrong(400, "unauthorized_client", "AADSTS700016: Application not found.");
    }
    if (!secret.equals(TeamsSandboxIds.APP_SECRET)) {
      return wrong(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }
    return granted(Set.of(parameter(request, "scope").split(" ")));
  }

  /// Libraries add scopes of their own, such as `openid`, to the one that is meant.
  private synchronized TeamsAnswer granted(Set<String> scopes) {
    String scope = scopes.contains(GRAPH_SCOPE) ? GRAPH_SCOPE : BOT_SCOPE;
    if (!scopes.contains(scope)) {
      return wrong(400, "invalid_scope", "AADSTS1002012: The scope is not valid.");
    }
    String token = "sandbox." + UUID.randomUUID();
    tokens.put(token, new Good(scope, world.now() + lifetime * 1_000));
    if (tokens.size() > MAX_TOKENS) {
      tokens.pollFirstEntry();
    }
    ObjectNode answer = Json.object().put("token_type", "Bearer").put("expires_in", lifetime);
    return TeamsAnswer.of(200, answer.put("ext_expires_in", lifetime).put("access_token", token));
  }

  private static String parameter(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }

  private static String[] basic(ServerRequest request) {
    String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith("Basic ")) {
      return new String[0];
    }
    return new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
  }

  private static TeamsAnswer wrong(int status, String error, String description) {
    ObjectNode answer = Json.object().put("error", error).put("error_description", description);
    answer.putArray("error_codes");
    return TeamsAnswer.of(status, answer.put("correlation_id", UUID.randomUUID().toString()));
  }

  private ServerResponse metadata(ServerRequest request) {
    String tenant = base(request) + PATH + request.pathVariable("tenant");
    ObjectNode answer = Json.object().put("issuer", tenant + "/");
    answer.put("token_endpoint", tenant + "/oauth2/v2.0/token");
    answer.put("authorization_endpoint", tenant + "/oauth2/v2.0/authorize");
    answer.put("device_authorization_endpoint", tenant + "/oauth2/v2.0/devicecode");
    answer.put("jwks_uri", tenant + "/discovery/v2.0/keys");
    return TeamsAnswer.of(200, answer).response();
  }

  /// Says of whatever host is asked about that it is known.
  private ServerResponse instance(ServerRequest request) {
    String tenant = base(request) + PATH + TeamsSandboxIds.TENANT;
    ObjectNode answer = Json.object().put("api-version", "1.1");
    answer.put("tenant_discovery_endpoint", tenant + "/v2.0/.well-known/openid-configuration");
    String host = host(parameter(request, "authorization_endpoint"));
    ObjectNode entry = answer.putArray("metadata").addObject();
    entry.put("preferred_network", host).put("preferred_cache", host);
    entry.putArray("aliases").add(host);
    return TeamsAnswer.of(200, answer).response();
  }

  private static String host(String address) {
    Matcher host = HOST.matcher(address);
    return host.lookingAt() ? host.group(1) : "login.microsoftonline.com";
  }

  /// Login libraries speak of https only: one that is led here says so with the usual header.
  private static String base(ServerRequest request) {
    String base = Http.base(request);
    boolean https = "https".equals(request.headers().firstHeader("X-Forwarded-Proto"));
    return https ? base.replaceFirst("^http:", "https:") : base;
  }
}
