package dev.proviso.drools;

import dev.proviso.engine.Facts;
import dev.proviso.engine.Truth;
import dev.proviso.policy.Key;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One leaf of a question as compiled rules see it: plain attributes to match on, the value of each atom, and a list where
 * the rules that fire put their names. A rule fires if it may apply; it says whether it does for certain.
 */
public final class Case {

    /** How the rules write a source or a recipient that the question does not know. No key is written so. */
    public static final String UNKNOWN = "?";

    private final Facts facts;
    private final String operation;
    private final String purpose;
    private final String data;
    private final String source;
    private final String recipient;
    private final int day;
    private final List<Fired> fired = new ArrayList<>();

    /** @param name the rule's name within its rule base */
    record Fired(String name, Truth outcome) {}

    Case(Facts facts) {
        this.facts = facts;
        this.operation = facts.operation().value();
        this.purpose = facts.purpose().value();
        this.data = facts.data().value();
        this.source = facts.source().map(Key::value).orElse(UNKNOWN);
        this.recipient = facts.recipient().map(Key::value).orElse(UNKNOWN);
        LocalDate today = facts.day();
        this.day = today.getYear() * 10_000 + today.getMonthValue() * 100 + today.getDayOfMonth();
    }

    public String getOperation() {
        return operation;
    }

    public String getPurpose() {
        return purpose;
    }

    public String getData() {
        return data;
    }

    public String getSource() {
        return source;
    }

    public String getRecipient() {
        return recipient;
    }

    /** The day as a number that sorts like it: 20180525. */
    public int getDay() {
        return day;
    }

    /** True if the law document is in force, and no place puts the question out of its scope. */
    public boolean law(String document) {
        return facts.laws().contains(document);
    }

    /** True if the atom is true or unknown. */
    public boolean possibly(String atom) {
        return facts.atom(atom).isPossible();
    }

    /** True if the atom is true. */
    public boolean certainly(String atom) {
        return facts.atom(atom).isTrue();
    }

    /** Called by a rule that applies. */
    public void applies(String rule) {
        fired.add(new Fired(rule, Truth.TRUE));
    }

    /** Called by a rule that may apply. */
    public void mayApply(String rule, boolean certain) {
        fired.add(new Fired(rule, certain ? Truth.TRUE : Truth.UNKNOWN));
    }

    List<Fired> fired() {
        return fired;
    }
}
