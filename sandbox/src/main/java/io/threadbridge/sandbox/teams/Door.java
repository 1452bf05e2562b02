package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Http;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Where every call of the bot comes in: counted, and made to go wrong as planned.
final class Door {
  private final TeamsFaults faults;
  private final TeamsCounters counters;

  Door(TeamsFaults faults, TeamsCounters counters) {
    this.faults = faults;
    this.counters = counters;
  }

  ServerResponse answer(
      ServerRequest request, Operation operation, String conversation, Supplier<TeamsAnswer> work) {
    counters.requested(operation);
    Optional<TeamsFaults.Fault> fault = faults.next(operation.label(), conversation);
    if (fault.isEmpty()) {
      return done(work).response();
    }
    return wrong(request, fault.get(), work);
  }

  private ServerResponse wrong(
      ServerRequest request, TeamsFaults.Fault fault, Supplier<TeamsAnswer> work) {
    Supplier<TeamsAnswer> truth = fault.kind().commits() ? known(done(work)) : () -> done(work);
    return switch (fault.kind()) {
      case STATUS, COMMIT_STATUS -> {
        counters.refused(fault.status());
        yield fault.refusal().answer().response();
      }
      case CUT, COMMIT_CUT -> Http.drop(request);
      case SLOW, COMMIT_LATE -> {
        pause(fault.millis());
        yield truth.get().response();
      }
      case COMMIT_SLOW -> {
        pause(fault.millis());
        yield new TeamsRefusal(504, "GatewayTimeout", "Too late.").answer().response();
      }
      case COMMIT_EMPTY -> TeamsAnswer.empty(201).response();
      case COMMIT_MALFORMED ->
          ServerResponse.status(201).contentType(MediaType.APPLICATION_JSON).body("{\"id\":\"17");
    };
  }

  private static Supplier<TeamsAnswer> known(TeamsAnswer answer) {
    return () -> answer;
  }

  private TeamsAnswer done(Supplier<TeamsAnswer> work) {
    try {
      return work.get();
    } catch (TeamsRefusal refusal) {
      counters.refused(refusal.status());
      return refusal.answer();
    } catch (Refusal refusal) {
      counters.refused(400);
      return TeamsRefusal.badArgument(Objects.requireNonNullElse(refusal.getMessage(), ""))
          .answer();
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
