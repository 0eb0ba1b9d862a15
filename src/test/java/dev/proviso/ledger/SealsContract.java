package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.Seals.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all seals do. */
public abstract class SealsContract {

    private static final byte[] FACT = "born on 1986-03-01".getBytes(StandardCharsets.UTF_8);

    protected abstract Seals seals();

    /** A user whom no other test knows. */
    private static String someone() {
        return "seals-" + UUID.randomUUID();
    }

    @Test
    void what_is_sealed_is_opened_again() {
        Seals seals = seals();

        Sealed sealed = seals.seal(seals.pseudonym(someone()), FACT);

        assertThat(seals.open(sealed)).hasValue(FACT);
    }

    @Test
    void a_user_keeps_one_pseudonym_which_says_nothing_of_them() {
        Seals seals = seals();
        String user = someone();

        UUID person = seals.pseudonym(user);

        assertThat(seals.pseudonym(user)).isEqualTo(person);
        assertThat(seals.pseudonym(someone())).isNotEqualTo(person);
        assertThat(person.version()).as("random").isEqualTo(4);
    }

    @Test
    void many_users_get_their_pseudonyms_at_once_the_known_ones_those_that_they_have() {
        Seals seals = seals();
        List<String> users = Stream.generate(SealsContract::someone).limit(50).toList();
        UUID known = seals.pseudonym(users.get(20));

        Map<String, UUID> pseudonyms = seals.pseudonyms(users);

        assertThat(pseudonyms).containsOnlyKeys(users).containsEntry(users.get(20), known);
        assertThat(Set.copyOf(pseudonyms.values())).hasSize(50);
        assertThat(seals.pseudonyms(users)).isEqualTo(pseudonyms);
        assertThat(seals.pseudonyms(List.of())).isEmpty();
    }

    @Test
    void two_who_ask_for_the_same_users_in_another_order_get_the_same() {
        Seals seals = seals();
        List<String> users = Stream.generate(SealsContract::someone).limit(200).toList();
        List<String> backwards = new ArrayList<>(users);
        Collections.reverse(backwards);

        CompletableFuture<Map<String, UUID>> other = CompletableFuture.supplyAsync(() -> seals.pseudonyms(backwards));

        assertThat(seals.pseudonyms(users)).isEqualTo(other.join());
    }

    @Test
    void a_user_who_has_no_pseudonym_gets_none_by_being_looked_for() {
        Seals seals = seals();
        String user = someone();

        assertThat(seals.known(user)).isEmpty();
        UUID person = seals.pseudonym(user);
        assertThat(seals.known(user)).hasValue(person);
        seals.erase(person);
        assertThat(seals.known(user)).isEmpty();
    }

    @Test
    void the_same_fact_sealed_twice_looks_different() {
        Seals seals = seals();
        UUID person = seals.pseudonym(someone());

        assertThat(seals.seal(person, FACT).bytes())
                .isNotEqualTo(seals.seal(person, FACT).bytes());
        assertThat(new String(seals.seal(person, FACT).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("1986");
    }

    @Test
    void nobody_opens_what_was_sealed_for_an_erased_person() {
        Seals seals = seals();
        UUID person = seals.pseudonym(someone());
        Sealed sealed = seals.seal(person, FACT);

        seals.erase(person);

        assertThat(seals.open(sealed)).isEmpty();
        assertThatThrownBy(() -> seals.seal(person, FACT)).isInstanceOf(Seals.Erased.class);
    }

    @Test
    void an_erased_person_may_be_erased_again_and_others_stay() {
        Seals seals = seals();
        UUID person = seals.pseudonym(someone());
        Sealed others = seals.seal(seals.pseudonym(someone()), FACT);

        seals.erase(person);
        seals.erase(person);

        assertThat(seals.open(others)).hasValue(FACT);
    }

    @Test
    void one_who_comes_back_after_erasure_is_somebody_new() {
        Seals seals = seals();
        String user = someone();
        UUID before = seals.pseudonym(user);
        Sealed old = seals.seal(before, FACT);
        seals.erase(before);

        UUID after = seals.pseudonym(user);

        assertThat(after).isNotEqualTo(before);
        assertThat(seals.open(seals.seal(after, FACT))).hasValue(FACT);
        assertThat(seals.open(old)).isEmpty();
    }

    @Test
    void what_was_tampered_with_or_is_somebody_elses_is_not_opened() {
        Seals seals = seals();
        UUID person = seals.pseudonym(someone());
        UUID other = seals.pseudonym(someone());
        Sealed sealed = seals.seal(person, FACT);
        byte[] changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> seals.open(new Sealed(person, changed))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seals.open(new Sealed(other, sealed.bytes())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seals.open(new Sealed(person, new byte[3])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
