package dev.proviso.web.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every English sentence of the pages. Another language is a file {@code messages/msg_LANGUAGE.properties} with the same keys. */
@MessageBundle
public interface Messages {
    @Message("en")
    String language();

    @Message("Revisions")
    String publicRevisions();

    @Message("In force since {day}.")
    String publicInForce(String day);

    @Message("Earlier version, in force {from} to {to}.")
    String publicEarlier(String from, String to);

    @Message("Announced version, in force from {day}.")
    String publicComing(String day);

    @Message("Read the current version.")
    String publicReadCurrent();

    @Message("A new version was announced on {announced}. It is in force from {start}.")
    String publicNext(String announced, String start);

    @Message("Read the new version.")
    String publicReadNext();

    @Message("What changed since version {version}")
    String publicChanges(String version);

    @Message("The text did not change.")
    String publicSameText();

    @Message("{count} more parts of the text changed.")
    String publicMoreChanges(int count);

    @Message("The introduction")
    String publicIntroduction();

    @Message("Clause {clause}")
    String publicClause(String clause);

    @Message("is new.")
    String publicIsNew();

    @Message("was removed.")
    String publicWasRemoved();

    @Message("was changed.")
    String publicWasChanged();

    @Message("has a new number; it was {number}.")
    String publicWasMoved(String number);

    @Message("Page not found")
    String publicMissing();

    @Message("All versions")
    String publicVersions();

    @Message("announced")
    String publicAnnounced();

    @Message("in force from")
    String publicFrom();

    @Message("Subscribe to changes")
    String publicFollow();

    @Message("Skip to the content")
    String skip();

    @Message("Pages")
    String mainMenu();

    @Message("Library")
    String library();

    @Message("Ask")
    String ask();

    @Message("Map")
    String map();

    @Message("Calendar")
    String calendar();

    @Message("Audit")
    String audit();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("These pages are for those who write, review and publish policies.")
    String signInWhy();

    @Message("Wrong account or password.")
    String signInFailed();

    @Message("The password of the demonstration accounts is printed where the service was started.")
    String signInDemo();

    @Message("Too many wrong passwords. Try again in {seconds} seconds.")
    String signInPause(int seconds);

    @Message("Account")
    String account();

    @Message("Password")
    String password();

    @Message("This form is out of date")
    String staleForm();

    @Message("Nothing was changed. Go back, load the page again, and send it once more.")
    String staleFormWhy();

    @Message("Back to the library")
    String backToLibrary();

    @Message("Policies")
    String policies();

    @Message("Law")
    String laws();

    @Message("Vocabularies")
    String vocabularies();

    @Message("Version {version} is in force since")
    String inForceSince(String version);

    @Message("No version is in force.")
    String notInForce();

    @Message("In force")
    String inForce();

    @Message("Superseded")
    String superseded();

    @Message("Withdrawn")
    String withdrawn();

    @Message("Announced")
    String willStart();

    @Message("Public page")
    String publicPage();

    @Message("New version")
    String revise();

    @Message("Waiting for you")
    String waitingForYou();

    @Message("Nothing found.")
    String nothingFound();

    @Message("In progress")
    String onTheirWay();

    @Message("No new version is in progress.")
    String noDrafts();

    @Message("Document")
    String document();

    @Message("With")
    String waitsFor();

    @Message("Last change")
    String lastChange();

    @Message("an approver")
    String waitsForApproval();

    @Message("a publisher")
    String waitsForPublication();

    @Message("the drafter, sent back")
    String sentBack();

    @Message("the drafter")
    String beingWritten();

    @Message("Announced")
    String announced();

    @Message("No change is announced.")
    String noneAnnounced();

    @Message("announced on")
    String announcedOn();

    @Message("from")
    String from();

    @Message("Find")
    String find();

    @Message("a country or an act")
    String findLaw();

    @Message("Versions")
    String versions();

    @Message("Compare with {version}")
    String compareWith(String version);

    @Message("Compiled rules")
    String compiledRules();

    @Message("These rules are made from the sentences beside the text. Nobody writes them by hand.")
    String compiledRulesWhy();

    @Message("Back to the text")
    String backToText();

    @Message("Ask a question about it")
    String askThis();

    @Message("Ask under a policy, with this law")
    String askUnderPolicy();

    @Message("Contents")
    String contents();

    @Message("Rules of clause {clause}")
    String enforcedBeside(String clause);

    @Message("Not enforced:")
    String decidesNothing();

    @Message("Comparison")
    String comparison();

    @Message("Changes from {from} to {to}")
    String fromTo(String from, String to);

    @Message("Effect")
    String whatItMeans();

    @Message("Only the texts can be compared. These versions have mistakes:")
    String cannotCompareMeaning();

    @Message("Every question is answered as before, for the same reasons.")
    String meansTheSame();

    @Message("Some questions may be answered differently, because of the changes below.")
    String meansOtherwise();

    @Message("Document details")
    String frontMatter();

    @Message("Field")
    String field();

    @Message("Rules that changed")
    String changedRules();

    @Message("Rows of tables that changed")
    String changedRows();

    @Message("Words that changed")
    String changedWords();

    @Message("Table")
    String table();

    @Message("The text")
    String redline();

    @Message("unchanged")
    String unchanged();

    @Message("added")
    String added();

    @Message("removed")
    String removed();

    @Message("changed")
    String changed();

    @Message("moved")
    String moved();

    @Message("Version")
    String version();

    @Message("The user")
    String theUser();

    @Message("explicit, by the user")
    String consentByUser();

    @Message("separate, by the user")
    String separateConsentByUser();

    @Message("explicit, by a guardian")
    String consentByGuardian();

    @Message("separate, by a guardian")
    String separateConsentByGuardian();

    @Message("Permitted")
    String permitted();

    @Message("Denied")
    String denied();

    @Message("Cannot be decided yet")
    String indeterminate();

    @Message("The policy says nothing about it")
    String notApplicable();

    @Message("may apply")
    String mayApply();

    @Message("applies")
    String applies();

    @Message("defeated")
    String defeated();

    @Message("does not apply")
    String doesNotApply();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("unknown")
    String unknown();

    @Message("Missing facts")
    String missing();

    @Message("Purpose")
    String purpose();

    @Message("Show")
    String show();

    @Message("Coming into force")
    String coming();

    @Message("User")
    String user();

    @Message("Clause")
    String clause();

    @Message("From")
    String fromDay();

    @Message("To")
    String toDay();

    @Message("Changes to versions")
    String whoDidWhat();

    @Message("As CSV")
    String asCsv();

    @Message("When")
    String when();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("A new version of {title}")
    String beginTitle(String title);

    @Message("A new version is already in progress:")
    String alreadyOnItsWay();

    @Message("With {whom}")
    String waitsForThat(String whom);

    @Message(
            "It begins with an exact copy of the version that you choose. You change it on the next page; nothing is published until another person has approved it.")
    String beginWhy();

    @Message("Begin with a copy of")
    String base();

    @Message("{version}, {state}, in force from {day}")
    String baseOption(String version, String state, String day);

    @Message("without the changes of {versions}")
    String baseWithout(String versions);

    @Message(
            "{version} is announced for {day}. A version that begins with the text of an earlier one does not have its changes.")
    String baseAnnounced(String version, String day);

    @Message(
            "At the beginning of that day in {zone}. Law may start in the past: then it counts for questions about moments since that day. Leave it empty for the day of its publication.")
    String effectiveOfLaw(String zone);

    @Message("Name of the version")
    String nameOfVersion();

    @Message("The day it is to start is a good name. Letters, digits, dots, hyphens and underscores.")
    String nameOfVersionWhy();

    @Message("Effective date")
    String effectiveFrom();

    @Message("At the beginning of that day in {zone}. Leave it empty for a version that starts when it is published.")
    String effectiveFromWhy(String zone);

    @Message("Begin writing")
    String beginWriting();

    @Message("History")
    String trail();

    @Message("{times} times, last")
    String times(int times);

    @Message("Warnings acknowledged:")
    String acknowledgedWarnings();

    @Message("created the draft")
    String didBegin();

    @Message("edited")
    String didEdit();

    @Message("submitted it for approval")
    String didSubmit();

    @Message("sent it back")
    String didReject();

    @Message("approved it")
    String didApprove();

    @Message("published it")
    String didPublish();

    @Message("withdrew it")
    String didWithdraw();

    @Message("Line {line}")
    String line(int line);

    @Message("Did you mean “{word}”?")
    String didYouMean(String word);

    @Message("Read it")
    String readIt();

    @Message("Problems")
    String findings();

    @Message("Your decision")
    String judge();

    @Message(
            "Read the changes in the comparison. The drafter cannot approve their own version. Your comment is kept with the version.")
    String judgeWhy();

    @Message("Comment")
    String yourComment();

    @Message("Decisions")
    String decisions();

    @Message("Decision")
    String decision();

    @Message("Deciding rules")
    String rules();

    @Message("No decisions found.")
    String noDecisions();

    @Message("trial")
    String trial();

    @Message("not delivered")
    String undelivered();

    @Message("Later decisions")
    String nextPage();

    @Message("Approve")
    String approve();

    @Message("Send back")
    String sendBack();

    @Message("Send back for changes")
    String sendBackAfterAll();

    @Message("Publication")
    String publishing();

    @Message("Announcement")
    String whenAnnounced();

    @Message("Now")
    String announceNow();

    @Message("At a time")
    String announceLater();

    @Message("Day and time in {zone}")
    String announceAt(String zone);

    @Message("See what will happen")
    String seeWhatHappens();

    @Message("Withdrawal")
    String withdrawing();

    @Message("It has not started. Until it does it can be withdrawn, and then it never starts.")
    String withdrawWhy();

    @Message("Reason")
    String reason();

    @Message("Withdraw it")
    String withdraw();

    @Message("The text")
    String theText();

    @Message("Save")
    String save();

    @Message("Preview")
    String preview();

    @Message("Submit for approval…")
    String goOnToSubmission();

    @Message("Submission")
    String submission();

    @Message("Correct these mistakes first")
    String cannotSubmit();

    @Message("Back to the draft")
    String backToWriting();

    @Message("After submission, nobody can change the text unless it is sent back. Another person approves it.")
    String submissionWhy();

    @Message("See the changes")
    String seeWhatChanged();

    @Message("Tick each warning that you have read.")
    String acknowledge();

    @Message("{#if places == 1}I have read this warning:{#else}I have read these {places} warnings:{/if}")
    String acknowledgeThis(int places);

    @Message("There are no warnings.")
    String noWarnings();

    @Message("Submit for approval")
    String submitIt();

    @Message("It cannot be published as it is.")
    String cannotPublish();

    @Message("Back")
    String back();

    @Message("What will happen")
    String whatHappens();

    @Message("At once")
    String atOnce();

    @Message(
            "it is announced{#if kind == 'VOCABULARY'}.{#else} on the public page of the {#if kind == 'LAW'}law{#else}policy{/if}, and in the feed of its changes.{/if}")
    String happensAnnounced(String kind);

    @Message("it comes into force. Questions that name no version and no user are answered under it.")
    String happensInForce();

    @Message("It follows version {version}, which can always be read.")
    String happensSupersedes(String version);

    @Message(
            "it joins in the answers to all questions about moments from then on, whatever version of a policy they are asked under.")
    String happensLaw();

    @Message(
            "its words can be used by what is written from then on. What is published keeps the words it was published with.")
    String happensVocabulary();

    @Message("Who is governed by it:")
    String whoIsGoverned();

    @Message(
            "whoever uses the service after its start, or accepts it expressly, from that moment on; also what was collected from them before is then governed by it (Article 13).")
    String happensGoverned();

    @Message("Whoever does not come back stays under the version that governs them today, such as {version}.")
    String happensNotBack(String version);

    @Message("It cannot be withdrawn. What has started is only ever followed by a new version.")
    String happensForGood();

    @Message("Until it starts it can be withdrawn; after that it is only ever followed by a new version.")
    String happensUntilThen();

    @Message("No rule test fails, and it fits all that is published.")
    String testsPass();

    @Message("Publish, with effect at once")
    String publishForGood();

    @Message("Publish")
    String publishIt();

    @Message("All is saved.")
    String editorSaved();

    @Message("Saving …")
    String editorSaving();

    @Message("Not saved yet. What you type is kept in this browser.")
    String editorTyping();

    @Message(
            "Not saved: the service cannot be reached. What you type is kept in this browser, and saved as soon as it can be.")
    String editorAway();

    @Message(
            "You are signed out, and what you type is kept in this browser only. It is saved as soon as you have signed in again:")
    String editorOut();

    @Message("sign in, in a new window")
    String editorSignIn();

    @Message("Tab leaves the text, F8 goes to the next mistake, Ctrl and Space offer words.")
    String editorKeys();

    @Message("How to write rules, in a new window")
    String editorHelp();

    @Message("What you typed")
    String whatYouTyped();

    @Message("Not saved, but kept in this browser:")
    String editorRefused();

    @Message("No mistakes")
    String editorNoMistakes();

    @Message("1 mistake")
    String editorError();

    @Message("# mistakes")
    String editorErrors();

    @Message("1 warning")
    String editorWarning();

    @Message("# warnings")
    String editorWarnings();

    @Message("Line #")
    String editorLine();

    @Message("Write “#”")
    String editorWrite();

    @Message("This browser has text of yours that was not saved, from")
    String editorLeft();

    @Message("Restore it")
    String editorRestore();

    @Message("Discard it")
    String editorDiscard();

    @Message("Your text is still here, and kept in this browser. Look at theirs first.")
    String editorConflictWhy();

    @Message("Their text")
    String editorTheirs();

    @Message("Take theirs (undo brings yours back)")
    String editorTakeTheirs();

    @Message("Keep mine in place of theirs")
    String editorKeepMine();

    @Message("Comment")
    String comment();

    @Message("Each row and sentence says from which day it holds.")
    String datedByRows();

    @Message("Done because the law mandates it")
    String mandatedByLaw();

    @Message("{#when timing}{#is 'before'}beforehand{#is 'after'}afterwards{#else}at the same time{/when}")
    String timing(String timing);

    @Message("Help")
    String help();
}
