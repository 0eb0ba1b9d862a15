package dev.proviso.testing;

import dev.proviso.ruletest.TestedVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A policy to ask, with the law beside it. Never changes; safe for any thread. */
public final class PolicyUnderTest {

    private final TestedDocuments documents;
    private final String policy;
    private final String test;
    private final Optional<TestedVersion> version;

    /**
     * @param test the name under which what fails is reported
     * @throws IllegalArgumentException if there is no such policy, with the nearest
     */
    PolicyUnderTest(TestedDocuments documents, String policy, String test) {
        this(documents, documents.known(policy), test, Optional.empty());
    }

    private PolicyUnderTest(TestedDocuments documents, String policy, String test, Optional<TestedVersion> version) {
        this.documents = documents;
        this.policy = policy;
        this.test = test;
        this.version = version;
    }

    /**
     * One version of it, asked at whatever instant.
     *
     * @throws IllegalArgumentException if there is no such version, with the nearest
     */
    public PolicyUnderTest version(String label) {
        return new PolicyUnderTest(documents, policy, test, Optional.of(documents.labelled(policy, label)));
    }

    /**
     * Begins a question.
     *
     * @param time an ISO 8601 time with an offset, {@code 2021-12-01T10:00:00+08:00}; no clock is ever read
     * @throws IllegalArgumentException if it is none, or no version is in force then
     */
    public TestQuestion at(String time) {
        try {
            Instant instant = OffsetDateTime.parse(time).toInstant();
            TestedVersion asked = version.orElseGet(() -> documents.inForce(policy, instant));
            return TestQuestion.at(time, instant, asked, new TestQuestion.Asker(documents, test));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(
                    "\"" + time + "\" is not an ISO 8601 time with an offset, such as 2021-12-01T10:00:00+08:00.",
                    noTime);
        }
    }
}
