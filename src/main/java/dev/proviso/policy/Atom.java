package dev.proviso.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A fact that a condition asks about, from a closed list. {@link #sentence} is the one way to say it in the positive; it
 * names the atom in compiled rules and in explanations, and two atoms are equal exactly if their sentences are.
 */
public sealed interface Atom extends Condition {

    String sentence();

    /** What it asks about, for whoever treats all facts of a kind alike. */
    FactKind kind();

    <R> R accept(Visitor<R> visitor);

    /** A value for each atom; whoever adds an atom says in each visitor what it is worth. */
    interface Visitor<R> {
        R consented(Consented atom);

        R objected(Objected atom);

        R refused(Refused atom);

        R deemedAgreed(DeemedAgreed atom);

        R minor(Minor atom);

        R belowAgeOfConsent(BelowAgeOfConsent atom);

        R under(Under atom);

        R located(Located atom);

        R leavesCountry(LeavesCountry atom);

        R destinationAdequate(DestinationAdequate atom);

        R safeguardInPlace(SafeguardInPlace atom);

        R usePermitted(UsePermitted atom);

        R basisIs(BasisIs atom);

        R collectedForThisPurpose(CollectedForThisPurpose atom);

        R dataSensitive(DataSensitive atom);

        R retentionOver(RetentionOver atom);

        R is(Is atom);

        R attribute(Attribute atom);

        R circumstance(Circumstance atom);
    }

    /** Some valid consent counts for the question (and names the key); if {@code by} is a guardian, the guardian gave it. */
    record Consented(By by, boolean separately, Optional<Key> to) implements Atom {
        public enum By {
            USER,
            GUARDIAN
        }

        @Override
        public FactKind kind() {
            return FactKind.CONSENT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.consented(this);
        }

        @Override
        public String sentence() {
            return (by == By.USER ? "the user" : "a guardian")
                    + " consented"
                    + (separately ? " separately" : "")
                    + to.map(key -> " to " + key).orElse("");
        }
    }

    /** An objection covers the question (and names the key). */
    record Objected(Optional<Key> to) implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.OBJECTION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.objected(this);
        }

        @Override
        public String sentence() {
            return "the user objected" + to.map(key -> " to " + key).orElse("");
        }
    }

    /** The user's settings refuse this source. */
    record Refused(Key source) implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.REFUSAL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }

        @Override
        public String sentence() {
            return "the user refused " + source;
        }
    }

    /** The version binds the user by continued use or acceptance (Article 13), or a deemed consent counts. */
    record DeemedAgreed() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.AGREEMENT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deemedAgreed(this);
        }

        @Override
        public String sentence() {
            return "the user is deemed to have agreed";
        }
    }

    record Minor() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.MAJORITY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.minor(this);
        }

        @Override
        public String sentence() {
            return "the user is a minor";
        }
    }

    record BelowAgeOfConsent() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.MAJORITY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.belowAgeOfConsent(this);
        }

        @Override
        public String sentence() {
            return "the user is below the age of consent";
        }
    }

    /** Younger than so many whole years. */
    record Under(int years) implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.AGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.under(this);
        }

        @Override
        public String sentence() {
            return "the user is under " + years;
        }
    }

    /** A party lives or lies in one of the places: countries, subdivisions or groups. */
    record Located(Party party, SortedSet<Place> places) implements Atom {
        public enum Party {
            USER,
            CONTROLLER,
            ORIGIN,
            DESTINATION,
            RECIPIENT
        }

        public Located {
            places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
        }

        @Override
        public FactKind kind() {
            return FactKind.PLACE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.located(this);
        }

        @Override
        public String sentence() {
            String who = party == Party.USER ? "the user lives in " : "the " + lower(party) + " is in ";
            return who + places.stream().map(Place::code).collect(Collectors.joining(", "));
        }
    }

    record LeavesCountry() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.MOVEMENT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leavesCountry(this);
        }

        @Override
        public String sentence() {
            return "the data leaves the country";
        }
    }

    record DestinationAdequate() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.ADEQUACY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.destinationAdequate(this);
        }

        @Override
        public String sentence() {
            return "the destination is adequate";
        }
    }

    /** A row in force for the pair accepts a safeguard that the question names (this one, if the atom names one). */
    record SafeguardInPlace(Optional<Key> safeguard) implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.SAFEGUARD;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.safeguardInPlace(this);
        }

        @Override
        public String sentence() {
            return safeguard.map(key -> "safeguard " + key + " is in place").orElse("a safeguard is in place");
        }
    }

    /** The policy's own rules permit the same question as a use by the controller without movement. */
    record UsePermitted() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.USE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.usePermitted(this);
        }

        @Override
        public String sentence() {
            return "the use is permitted";
        }
    }

    record BasisIs(SortedSet<Key> bases) implements Atom {
        public BasisIs {
            bases = Collections.unmodifiableSortedSet(new TreeSet<>(bases));
        }

        @Override
        public FactKind kind() {
            return FactKind.BASIS;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.basisIs(this);
        }

        @Override
        public String sentence() {
            return "the basis is " + bases.stream().map(Key::value).collect(Collectors.joining(", "));
        }
    }

    record CollectedForThisPurpose() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.COLLECTION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.collectedForThisPurpose(this);
        }

        @Override
        public String sentence() {
            return "the data was collected for this purpose";
        }
    }

    record DataSensitive() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.SENSITIVITY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dataSensitive(this);
        }

        @Override
        public String sentence() {
            return "the data is sensitive";
        }
    }

    record RetentionOver() implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.RETENTION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.retentionOver(this);
        }

        @Override
        public String sentence() {
            return "the retention period is over";
        }
    }

    /** A part of the question is among the keys, as in an act. */
    record Is(Part part, Keys keys) implements Atom {
        public enum Part {
            SOURCE,
            RECIPIENT,
            PURPOSE,
            DATA
        }

        @Override
        public FactKind kind() {
            return FactKind.ACT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.is(this);
        }

        @Override
        public String sentence() {
            return "the " + lower(part) + " is " + keys;
        }
    }

    /** An attribute that the vocabulary declares, or a number among the circumstances (owner {@code REQUEST}). */
    record Attribute(Owner owner, String name, Test test, List<Literal> literals) implements Atom {
        public enum Owner {
            USER,
            DATA,
            REQUEST
        }

        public enum Test {
            /** Equals one of the literals; a place also if it lies in one of them. */
            IS,
            AT_LEAST,
            BELOW
        }

        public Attribute {
            literals = List.copyOf(literals);
        }

        @Override
        public FactKind kind() {
            return FactKind.ATTRIBUTE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attribute(this);
        }

        @Override
        public String sentence() {
            String values = literals.stream().map(Attribute::written).sorted().collect(Collectors.joining(", "));
            String verb =
                    switch (test) {
                        case IS -> literals.size() == 1 ? "is" : "is one of";
                        case AT_LEAST -> "is at least";
                        case BELOW -> "is below";
                    };
            return "the " + lower(owner) + "'s " + name + " " + verb + " " + values;
        }

        private static String written(Literal literal) {
            if (literal instanceof Literal.Text text) {
                return "'" + text.value().codePoints().mapToObj(Attribute::safe).collect(Collectors.joining()) + "'";
            }
            if (literal instanceof Literal.Number number) {
                return number.value().toPlainString();
            }
            if (literal instanceof Literal.Bool bool) {
                return String.valueOf(bool.value());
            }
            if (literal instanceof Literal.Date date) {
                return date.value().toString();
            }
            return ((Literal.In) literal).value().code();
        }

        /** Letters, digits and harmless punctuation as they are; all else, such as quotes, as a number ({@code %22;}). */
        private static String safe(int c) {
            boolean harmless = c < 128 && Character.isLetterOrDigit(c) || " .,:-_/@+*()".indexOf(c) >= 0;
            return harmless ? Character.toString(c) : "%" + Integer.toHexString(c) + ";";
        }
    }

    /** A yes-or-no circumstance of the vocabulary, stated by the caller. Its key stands for its phrase. */
    record Circumstance(Key key) implements Atom {
        @Override
        public FactKind kind() {
            return FactKind.CIRCUMSTANCE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.circumstance(this);
        }

        @Override
        public String sentence() {
            return "circumstance " + key;
        }
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(java.util.Locale.ROOT);
    }
}
