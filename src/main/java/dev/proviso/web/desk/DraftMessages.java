package dev.proviso.web.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about clauses and tables of a draft. Another language is a file {@code messages/draft_LANGUAGE.properties} with the same keys. */
@MessageBundle("draft")
public interface DraftMessages {
    @Message("commented on {#if clause}clause {clause}{#else}a clause{/if}")
    String didRemark(String clause);

    @Message("edited its rule tests")
    String didTest();

    @Message("Draft")
    String stageDraft();

    @Message("In review")
    String stageReview();

    @Message("Approved")
    String stageApproved();

    @Message("Announced")
    String stageAnnounced();

    @Message("In force")
    String stageInForce();

    @Message("Progress of this version")
    String stages();

    @Message("Checks")
    String checks();

    @Message("Tick each warning that you have read.")
    String tickWarnings();

    @Message("This version was submitted already.")
    String submittedAlready();

    @Message("Review it")
    String reviewIt();

    @Message(
            "{#when count}{#is 0}No mistakes.{#is 1}One mistake keeps it from being submitted.{#else}{count} mistakes keep it from being submitted.{/when}")
    String checkedMistakes(int count);

    @Message("{#when count}{#is 0}No warnings.{#is 1}One warning.{#else}{count} warnings.{/when}")
    String checkedWarnings(int count);

    @Message("{#when count}{#is 0}No open comments.{#is 1}One open comment.{#else}{count} open comments.{/when}")
    String checkedRemarks(int count);

    @Message("resolved {#if number}comment {number}{#else}a comment{/if}")
    String didSettle(String number);

    @Message("{#when count}{#is 1}One comment on its clauses is{#else}{count} comments on its clauses are{/when} open.")
    String remarksAreOpen(int count);

    @Message("You can submit it all the same. The approver sees the open comments.")
    String openAtSubmission();

    @Message("You can approve it all the same.")
    String openAtApproval();

    @Message("You can publish it all the same. An approver can still send it back.")
    String openAtPublication();

    @Message("Read the open comments")
    String readOpen();

    @Message(
            "A policy cannot start in the past, nor before it is announced, and {moment} is over. Take a later day, or leave the day empty: then it starts when it is published.")
    String startInPast(String moment);

    @Message("Document details")
    String details();

    @Message("Show document details as text")
    String detailsAsText();

    @Message("Add a word")
    String addWord();

    @Message("Add this word")
    String addThisWord();

    @Message(
            "The rules of this version may use the word at once. It is reviewed and approved with the version, and published with it as the next version of the vocabulary.")
    String addWordWhy();

    @Message("What it is")
    String wordSection();

    @Message(
            "{#when name}{#is 'purposes'}A purpose{#is 'data'}A kind of data{#is 'sources'}A source{#is 'recipients'}A recipient{#is 'safeguards'}A safeguard{#else}A legal basis{/when}")
    String section(String name);

    @Message("Key, as rules write it")
    String wordKey();

    @Message("Lower case, with dots: content.voice lies below content, and what a rule says of content holds for it.")
    String wordKeyWhy();

    @Message("What people call it")
    String wordLabel();

    @Message("Term of the W3C Data Privacy Vocabulary, if it has one")
    String wordDpv();

    @Message("Such as VoiceRecording. It says where the word comes from.")
    String wordDpvWhy();

    @Message("New policy")
    String newPolicy();

    @Message("What was understood")
    String understood();

    @Message(
            "{#when count}{#is 1}One clause{#else}{count} clauses{/when}. Nothing is stored yet. Each clause says that it has no rule; you write the rules in the draft.")
    String understoodWhy(int count);

    @Message("Begin with")
    String beginWith();

    @Message("A blank page")
    String blankPage();

    @Message("A copy of another policy")
    String copyOf();

    @Message("A file")
    String aFile();

    @Message(
            "Word (.docx), HTML, Markdown or plain text, at most 5 MB. Headings, lists and tables are kept, pictures are not. You see what was understood before anything is stored.")
    String fileWhy();

    @Message("As readers see it. The title of a file is taken from the file if you leave this empty.")
    String titleWhy();

    @Message("Name in addresses")
    String nameInAddresses();

    @Message("Such as website-privacy; it never changes. Made from the title if you leave it empty.")
    String nameInAddressesWhy();

    @Message("Controller")
    String controller();

    @Message("Country of the controller")
    String country();

    @Message(
            "At the beginning of that day in the time zone. Leave it empty for a policy that starts when it is published.")
    String dayWhy();

    @Message("Vocabulary")
    String vocabulary();

    @Message("Go on")
    String goOn();

    @Message("Take another file")
    String anotherFile();

    @Message("Title")
    String title();

    @Message("Time")
    String time();

    @Message("Time zone")
    String zone();

    @Message(
            "Version {label}; the name of a version stays. Without an effective date it starts when it is published. The days of the zone count.")
    String startWhy(String label);

    @Message("Comments")
    String remarks();

    @Message("Comment {number}")
    String remarkNumber(int number);

    @Message("Comments")
    String readClauses();

    @Message("{count} open")
    String openRemarks(int count);

    @Message("{#when count}{#is 1}1 comment{#else}{count} comments{/when} open")
    String remarksOpen(int count);

    @Message("Comment on clause {clause}")
    String remarkOn(String clause);

    @Message("Your comment")
    String yourRemark();

    @Message("Add comment")
    String addRemark();

    @Message("Resolve")
    String settle();

    @Message("resolved by {who},")
    String settledBy(String who);

    @Message("On clauses that were removed")
    String lostRemarks();

    @Message("Clause {clause}")
    String ofClause(String clause);

    @Message("Comments can be added once the text has no mistakes.")
    String cannotRead();

    @Message("Tables")
    String tables();

    @Message("Edit tables")
    String editTables();

    @Message("The text has no tables whose rows all have as many cells as there are columns.")
    String hasNoTables();

    @Message("This version is no longer a draft. Its tables cannot be changed.")
    String tablesClosed();

    @Message("This table is too large to be changed here. Change it in the text.")
    String tableTooLarge();

    @Message("from line {line} of the text")
    String fromLine(int line);

    @Message("Save the table")
    String saveTable();

    @Message("Add a row")
    String addRow();

    @Message("Row")
    String row();

    @Message("Remove row")
    String removeRow();

    @Message("Not saved yet.")
    String tableUnsaved();

    @Message("{column}, row {line}")
    String cellOf(String column, int line);

    @Message("took it back")
    String didRecall();

    @Message("Take it back")
    String recall();

    @Message("It waits for approval. Taken back, it can be written again; it is submitted anew then.")
    String recallWhy();
}
