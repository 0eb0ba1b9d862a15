package dev.proviso.web.desk;

import dev.proviso.comparison.Change;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.Published;
import dev.proviso.publication.Withdrawn;
import dev.proviso.web.WrittenDay;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How pages put what the store says: {@code desk:day(instant, zone)} and the like. */
@TemplateExtension(namespace = "desk")
public final class DeskWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC")
                    || id.matches("(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .toList();

    private static final List<Map.Entry<String, String>> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> Map.entry(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Map.Entry.comparingByValue())
            .toList();

    private DeskWords() {}

    /** The day of an instant where it counts: in the zone of a document. */
    public static String day(Instant instant, ZoneId zone) {
        return WrittenDay.of(instant, zone);
    }

    /** The time zones that a document can name, but for old names and mere offsets. */
    static List<String> zones() {
        return ZONES;
    }

    /** The countries of ISO 3166-1 by their names, with their codes as keys. */
    public static List<Map.Entry<String, String>> countries() {
        return COUNTRIES;
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** An instant to the minute, as a document's own clock has it. */
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** The same of a time as answers have it, with an offset. */
    public static String moment(String time, ZoneId zone) {
        return moment(OffsetDateTime.parse(time).toInstant(), zone);
    }

    /**
     * What someone did to a version.
     *
     * @param what {@code DRAFTED} and so on, as an act of the audit trail has it
     * @param about the clause or the remark that it is about; empty where that is not said
     */
    static String did(String what, String about) {
        return switch (what) {
            case "DRAFTED" -> say().didBegin();
            case "EDITED" -> say().didEdit();
            case "TESTED" -> ofDrafts().didTest();
            case "SUBMITTED" -> say().didSubmit();
            case "RECALLED" -> ofDrafts().didRecall();
            case "REJECTED" -> say().didReject();
            case "APPROVED" -> say().didApprove();
            case "WITHDRAWN" -> say().didWithdraw();
            case "REMARKED" -> ofDrafts().didRemark(about);
            case "SETTLED" -> ofDrafts().didSettle(about);
            default -> say().didPublish();
        };
    }

    /** Whether a law stands since before it was written down here, and its rows and sentences say from when each of them holds. */
    static boolean isOfRows(Published version) {
        return !version.record().start().isAfter(Instant.EPOCH);
    }

    /** By whose name a version has its colour. */
    static PublicationState standing(Published version) {
        return PublicationState.of(version);
    }

    /** A version that another can begin with, and which announced ones that would leave out. */
    static String base(Published version, ZoneId zone, List<Published> leftOut) {
        String day = day(version.record().start(), zone);
        String said = say().baseOption(version.name().label(), standing(version).getWord(), day);
        String without =
                leftOut.stream().map(one -> one.name().label()).collect(java.util.stream.Collectors.joining(", "));
        return without.isEmpty() ? said : said + ", " + say().baseWithout(without);
    }

    /** The stages of a version on its way, in their order. */
    static List<String> stages() {
        DraftMessages say = ofDrafts();
        return List.of(
                say.stageDraft(), say.stageReview(), say.stageApproved(), say.stageAnnounced(), say.stageInForce());
    }

    /** The number of the stage that a published version is in; one more than the last where it is not in force any more. */
    public static int stage(Published version) {
        return switch (PublicationState.of(version)) {
            case ANNOUNCED -> 3;
            case IN_FORCE -> 4;
            case SUPERSEDED -> 5;
            case WITHDRAWN -> -1;
        };
    }

    /** The record that withdrew a version; empty where none did. */
    static Optional<ChainRecord> withdrawal(Published version) {
        return version instanceof Withdrawn withdrawn ? Optional.of(withdrawn.withdrawal()) : Optional.empty();
    }

    /** Who has to do something next. */
    static String waitsFor(DraftHistory trail) {
        return switch (trail.last().action()) {
            case SUBMITTED -> say().waitsForApproval();
            case APPROVED -> say().waitsForPublication();
            case REJECTED -> say().sentBack();
            default -> say().beingWritten();
        };
    }

    static String change(Change change) {
        return switch (change) {
            case ADDED -> say().added();
            case REMOVED -> say().removed();
            case CHANGED -> say().changed();
            case MOVED -> say().moved();
            case KEPT -> say().unchanged();
        };
    }

    /** The decisions, in the order of a legend. */
    static List<String> decisions() {
        return List.of("PERMIT", "INDETERMINATE", "DENY", "NOT_APPLICABLE");
    }

    public static String decision(String decision) {
        return switch (decision) {
            case "PERMIT" -> say().permitted();
            case "DENY" -> say().denied();
            case "INDETERMINATE" -> say().indeterminate();
            default -> say().notApplicable();
        };
    }

    /** A sign for a decision, for those who see no colours. */
    static String sign(String decision) {
        return switch (decision) {
            case "PERMIT" -> "✓";
            case "DENY" -> "✕";
            case "INDETERMINATE" -> "?";
            default -> "·";
        };
    }

    static String outcome(String outcome) {
        return switch (outcome) {
            case "APPLIES" -> say().applies();
            case "MAY_APPLY" -> say().mayApply();
            case "DEFEATED" -> say().defeated();
            default -> say().doesNotApply();
        };
    }

    static String truth(String value) {
        return switch (value) {
            case "TRUE" -> say().yes();
            case "FALSE" -> say().no();
            default -> say().unknown();
        };
    }

    static String consent(String form) {
        return switch (form) {
            case "explicit" -> say().consentByUser();
            case "separate" -> say().separateConsentByUser();
            case "guardian" -> say().consentByGuardian();
            default -> say().separateConsentByGuardian();
        };
    }

    private static DraftMessages ofDrafts() {
        return MessageBundles.get(DraftMessages.class);
    }

    public static Messages say() {
        return MessageBundles.get(Messages.class);
    }
}
