package dev.proviso.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.client.Consent;
import dev.proviso.client.Objection;
import dev.proviso.client.Question;
import dev.proviso.client.Refusal;
import dev.proviso.client.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One question in JSON, as each way of asking puts it. */
record AskedQuestion(ObjectNode json) {

    private static final Set<String> OF_CONTEXT = Set.of(
            "policy",
            "version",
            "at",
            "recipient",
            "origin",
            "destination",
            "safeguards",
            "collectedAt",
            "collectedFor");

    /** Whether AuthZEN has words for it: it asks about one resource. */
    boolean isAboutOneKind() {
        return json.path("data").isTextual();
    }

    /** As an evaluation of AuthZEN whose answer carries its reasons, by one who fulfils obligations. */
    ObjectNode authzen() {
        ObjectNode request = json.objectNode();
        ObjectNode subject = request.putObject("subject").put("type", "user").put("id", "one-answer");
        subject.set("properties", json.path("user"));
        request.putObject("action")
                .put("name", json.path("purpose").asText())
                .putObject("properties")
                .set("operation", json.path("operation"));
        ObjectNode resource = request.putObject("resource")
                .put("type", "data")
                .put("id", json.path("data").asText());
        ObjectNode properties = resource.putObject("properties");
        copy("source", properties);
        ObjectNode context = request.putObject("context").put("explain", true);
        context.putArray("supported_mandatory_extensions").add("obligations");
        context.putArray("supported_obligations").add("custom");
        OF_CONTEXT.forEach(name -> copy(name, context));
        json.path("circumstances").properties().forEach(each -> context.set(each.getKey(), each.getValue()));
        return request;
    }

    private void copy(String name, ObjectNode to) {
        if (json.has(name)) {
            to.set(name, json.path(name));
        }
    }

    /** As a caller in Java puts it. */
    Question client() {
        String policy = text("policy");
        String purpose = text("purpose");
        Question question = isAboutOneKind()
                ? Question.of(policy, purpose, text("data"))
                : Question.of(policy, purpose, texts(json.path("data")));
        question = question.version(text("version"))
                .at(instant(json.path("at")))
                .operation(text("operation"))
                .user(user());
        question = json.has("source") ? question.source(text("source")) : question;
        question = json.has("origin") ? question.origin(text("origin")) : question;
        question = json.has("destination") ? question.destination(text("destination")) : question;
        question = recipient(question);
        question = json.has("safeguards")
                ? question.safeguards(texts(json.path("safeguards")).toArray(String[]::new))
                : question;
        question = json.has("collectedAt") ? question.collectedAt(instant(json.path("collectedAt"))) : question;
        question = json.has("collectedFor")
                ? question.collectedFor(texts(json.path("collectedFor")).toArray(String[]::new))
                : question;
        for (var each : json.path("circumstances").properties()) {
            question = question.circumstance(each.getKey(), each.getValue().asBoolean());
        }
        return question;
    }

    private Question recipient(Question question) {
        JsonNode recipient = json.path("recipient");
        if (recipient.isMissingNode()) {
            return question;
        }
        return recipient.isTextual()
                ? question.recipient(recipient.asText())
                : question.recipient(
                        recipient.path("kind").asText(),
                        recipient.path("country").asText());
    }

    private User user() {
        JsonNode stated = json.path("user");
        User user = User.unnamed();
        user = stated.has("country") ? user.country(stated.path("country").asText()) : user;
        user = stated.has("birthDate")
                ? user.birthDate(LocalDate.parse(stated.path("birthDate").asText()))
                : user;
        user = stated.has("age") ? user.age(stated.path("age").asInt()) : user;
        for (JsonNode consent : stated.path("consents")) {
            user = user.consent(new Consent(
                    Consent.By.valueOf(upper(consent, "by")),
                    Consent.Form.valueOf(upper(consent, "form")),
                    texts(consent.path("scope")),
                    instant(consent.path("givenAt")),
                    perhaps(consent.path("withdrawnAt"))));
        }
        for (JsonNode objection : stated.path("objections")) {
            user = user.objection(new Objection(
                    texts(objection.path("scope")),
                    instant(objection.path("madeAt")),
                    perhaps(objection.path("liftedAt"))));
        }
        for (JsonNode refusal : stated.path("refusals")) {
            user = user.refusal(Refusal.of(refusal.asText()));
        }
        for (JsonNode use : stated.path("uses")) {
            user = user.use(instant(use));
        }
        return user;
    }

    private static String upper(JsonNode node, String name) {
        return node.path(name).asText().toUpperCase(Locale.ROOT);
    }

    private String text(String name) {
        return json.path(name).asText();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        ((ArrayNode) list).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Instant instant(JsonNode text) {
        return Instant.parse(text.asText());
    }

    private static Optional<Instant> perhaps(JsonNode text) {
        return text.isTextual() ? Optional.of(instant(text)) : Optional.empty();
    }
}
