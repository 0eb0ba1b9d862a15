package dev.proviso.api;

import dev.proviso.api.authzen.AuthzenResource;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Adds to the description of each call what is so for all of them: how to sign in, and what can go wrong anywhere. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonResponsesFilter implements OASFilter {

    private static final String ACCOUNT = "basic";
    private static final String TOKEN = "token";

    @Override
    public Operation filterOperation(Operation call) {
        List<SecurityRequirement> security = new ArrayList<>(call.getSecurity());
        call.getSecurity().stream().filter(each -> each.hasScheme(ACCOUNT)).forEach(each -> {
            security.add(OASFactory.createSecurityRequirement().addScheme(TOKEN, each.getScheme(ACCOUNT)));
            answers(call, "401", "Unauthorized");
            answers(call, "403", "Forbidden");
            answers(call, "429", "TooMany");
            answers(call, "503", "NotReady");
        });
        call.setSecurity(security);
        if (call.getRequestBody() != null) {
            answers(call, "408", "TooLate");
            answers(call, "413", "TooLarge");
            answers(call, "415", isAuthzen(call) ? "WrongEncoding" : "WrongMediaType");
        }
        answers(call, "400", "Malformed");
        answers(call, "406", "NotAcceptable");
        answers(call, "500", "Failed");
        return call;
    }

    /** AuthZEN's calls take whatever comes for JSON, as the standard names no other media type. */
    private static boolean isAuthzen(Operation call) {
        return call.getTags() != null && call.getTags().contains(AuthzenResource.TAG);
    }

    /** Unless the call says better itself what the status means. */
    private static void answers(Operation call, String status, String response) {
        if (!call.getResponses().hasAPIResponse(status)) {
            call.getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(response));
        }
    }
}
