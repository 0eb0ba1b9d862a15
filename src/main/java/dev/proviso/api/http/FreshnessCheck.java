package dev.proviso.api.http;

import dev.proviso.decision.Freshness;
import dev.proviso.decision.Renewal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while this replica knows that it decides under what is published now; says why where it does not. */
@Readiness
public class FreshnessCheck implements HealthCheck {

    private final Freshness freshness;
    private final Renewal renewal;

    FreshnessCheck(Freshness freshness, Renewal renewal) {
        this.freshness = freshness;
        this.renewal = renewal;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> reasons = Stream.of(freshness.lapse(), renewal.trouble())
                .flatMap(reason -> reason.stream())
                .toList();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("Deciding under what is published").status(reasons.isEmpty());
        return reasons.isEmpty()
                ? response.build()
                : response.withData("why", reasons.stream().collect(Collectors.joining(" ")))
                        .build();
    }
}
