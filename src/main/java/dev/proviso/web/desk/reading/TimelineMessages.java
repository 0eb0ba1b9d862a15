package dev.proviso.web.desk.reading;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences of the timeline. Another language is a file {@code messages/timeline_LANGUAGE.properties} with the same keys. */
@MessageBundle("timeline")
public interface TimelineMessages {
    @Message("Timeline")
    String timeline();

    @Message("Versions in time")
    String timelineTitle();

    @Message("The versions of {title}, each from its announcement on. The table below says the same.")
    String timelineDescribed(String title);

    @Message("The versions of {title}, and for the user {user} when each governed. The tables below say the same.")
    String timelineDescribedFor(String title, String user);

    @Message("Changes of law")
    String lawChanges();

    @Message("From")
    String lawFrom();

    @Message("Until")
    String lawUntil();

    @Message("No row and no sentence of the law starts or ends on these days.")
    String noLawChanges();

    @Message("There was too much to ask. Of the later days only the rows and sentences are listed; ask for fewer days.")
    String lawIncomplete();

    @Message("Questions answered differently ({count})")
    String lawAnswers(int count);

    @Message("No question was found that is answered differently.")
    String noLawAnswers();

    @Message(
            "{#if about == 'adult'}An adult in {place}{#else if about == 'minor'}A minor of {age} in {place}{#else}A transfer from {place} to {destination}{/if}")
    String lawWho(String about, String place, int age, String destination);

    @Message("under")
    String lawUnder();

    @Message("for another reason")
    String lawOtherReason();

    @Message("all data")
    String lawAllData();

    @Message("Ask")
    String lawAsk();

    @Message("{#if turn == 'ends'}Ended{#else}Starts{/if}")
    String lawTurn(String turn);

    @Message("today")
    String today();

    @Message("State")
    String state();

    @Message("In force from")
    String inForceFrom();

    @Message("Until")
    String until();

    @Message("never started")
    String neverStarted();

    @Message("Which versions governed a user")
    String whoWasGoverned();

    @Message(
            "By Article 13 a version binds whoever used the service after its start, or accepted it; who never came back stays under the one before.")
    String whoWasGovernedWhy();

    @Message("The user's id")
    String userId();

    @Message("Nothing is recorded of this user, or they were erased. The version in force governs them.")
    String unknownUser();

    @Message("None of the versions has started, so none governed.")
    String noneStarted();

    @Message("Why")
    String why();

    @Message("Notice")
    String notice();

    @Message("They used the service on {moment}, after the version had started on {start}.")
    String boundByUse(String moment, String start);

    @Message("They accepted it expressly on {moment}; it started on {start}.")
    String boundByAcceptance(String moment, String start);

    @Message("Nothing bound them to a version; this one is in force since {start}.")
    String boundByNothing(String start);

    @Message("What the user did")
    String whatUserDid();

    @Message("used the service")
    String usedService();

    @Message("accepted version {version}")
    String acceptedVersion(String version);

    @Message("Nothing that binds to a version is recorded.")
    String didNothing();

    @Message("{count} earlier ones are not listed.")
    String moreMarks(int count);

    @Message("in force")
    String keyInForce();

    @Message("announced")
    String keyAnnounced();

    @Message("governed the user")
    String keyGoverned();

    @Message("use")
    String keyUse();

    @Message("acceptance")
    String keyAcceptance();
}
