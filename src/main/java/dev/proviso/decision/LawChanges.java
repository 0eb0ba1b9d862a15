package dev.proviso.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Decision;
import java.util.List;

/**
 * A calendar of law.
 *
 * @param complete false if there was so much to ask that other answers may change too; the rows and sentences are all there
 * @param days on which something starts or has ended, in their order
 */
public record LawChanges(String from, String until, boolean complete, List<Day> days) {

    public LawChanges {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param changes what starts on it, or held the day before for the last time
     * @param answers what is answered otherwise than the day before
     */
    public record Day(String day, List<Change> changes, List<ChangedAnswer> answers) {
        public Day {
            changes = List.copyOf(changes);
            answers = List.copyOf(answers);
        }
    }

    /**
     * A row, a sentence or a whole document that starts or ends.
     *
     * @param kind {@code row}, {@code sentence} or {@code document}
     * @param name of a row its table, of a sentence its number, of a document its id
     * @param text what it says
     * @param turn {@code starts} or {@code ends}
     */
    public record Change(String document, String version, String kind, String name, String text, String turn) {}

    /**
     * Kinds of data of which a policy in force answers otherwise than the day before, for one purpose and one example of a user.
     *
     * @param about {@code adult}, {@code minor} or {@code transfer}
     * @param place where the user lives and, for a transfer, the data comes from
     * @param example the question about the first of the data, as {@code POST /v1/decisions} takes it; the day before differs in
     *     {@code at} alone
     */
    public record ChangedAnswer(
            String policy,
            String version,
            String about,
            String place,
            String purpose,
            List<String> data,
            Decision before,
            Decision after,
            ObjectNode example) {
        public ChangedAnswer {
            data = List.copyOf(data);
        }
    }
}
