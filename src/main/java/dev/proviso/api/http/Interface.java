package dev.proviso.api.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the description of the interface says about all of it. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Proviso",
                        version = "1",
                        description =
                                "A privacy policy that lawyers write, kept in versions and decided by rules. Ask whether a purpose may"
                                        + " use data, and get an answer with the clauses that decided. Errors are RFC 9457 problems."),
        security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "token")})
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description =
                "The accounts drafter, approver, publisher, service and auditor, whose password the service prints when it"
                        + " starts.")
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "Where the service has an OIDC provider: a token of that provider, with the same five names as roles. There"
                        + " are no accounts then.")
public class Interface extends Application {}
