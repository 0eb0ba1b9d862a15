package dev.proviso.api.http;

import dev.proviso.decision.PolicyDecisionPoint;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every version in force is compiled: until then a question may have to wait. */
@Readiness
public class RulebooksReady implements HealthCheck {

    private final PolicyDecisionPoint asking;
    private final Clock clock;

    RulebooksReady(PolicyDecisionPoint asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Rulebooks of the versions in force")
                .status(asking.isReady(clock.instant()))
                .build();
    }
}
