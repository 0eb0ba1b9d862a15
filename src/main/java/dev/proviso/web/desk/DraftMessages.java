package dev.proviso.web.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about clauses and tables of a draft. Another language is a file {@code messages/draft_LANGUAGE.properties} with the same keys. */
@MessageBundle("draft")
public interface DraftMessages {
    @Message("remarked on {#if clause}clause {clause}{#else}a clause{/if}")
    String didRemark(String clause);

    @Message("changed its rule tests")
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

    @Message("How far this version has come")
    String stages();

    @Message("Checks")
    String checks();

    @Message("Tick each warning that you have looked at.")
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

    @Message(
            "{#when count}{#is 0}No remarks are open.{#is 1}One remark is open.{#else}{count} remarks are open.{/when}")
    String checkedRemarks(int count);

    @Message("settled {#if number}remark {number}{#else}a remark{/if}")
    String didSettle(String number);

    @Message("{#when count}{#is 1}One remark on its clauses is{#else}{count} remarks on its clauses are{/when} open.")
    String remarksAreOpen(int count);

    @Message("That does not keep you from submitting it: whoever approves it sees what is open, and decides.")
    String openAtSubmission();

    @Message("Whether it can be approved all the same is yours to decide.")
    String openAtApproval();

    @Message("That does not keep you from publishing it: an approver decides, and can still send it back.")
    String openAtPublication();

    @Message("Read what is open")
    String readOpen();

    @Message("Remarks on clauses")
    String remarks();

    @Message("Remark {number}")
    String remarkNumber(int number);

    @Message("Read and remark, clause by clause")
    String readClauses();

    @Message("{count} open")
    String openRemarks(int count);

    @Message("{#when count}{#is 1}1 remark{#else}{count} remarks{/when} open")
    String remarksOpen(int count);

    @Message("Remark on clause {clause}")
    String remarkOn(String clause);

    @Message("What do you say of it?")
    String yourRemark();

    @Message("Add the remark")
    String addRemark();

    @Message("Mark as settled")
    String settle();

    @Message("settled by {who},")
    String settledBy(String who);

    @Message("On clauses that are not there any more")
    String lostRemarks();

    @Message("Clause {clause}")
    String ofClause(String clause);

    @Message("The text cannot be shown clause by clause while it has mistakes.")
    String cannotRead();

    @Message("Tables")
    String tables();

    @Message("Change the tables as tables")
    String editTables();

    @Message("The text has no tables whose rows all have as many cells as there are columns.")
    String hasNoTables();

    @Message("The version is no draft any more, and its tables stay as they are.")
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

    @Message("Take out row")
    String removeRow();

    @Message("Changed, and not saved yet.")
    String tableUnsaved();

    @Message("{column}, row {line}")
    String cellOf(String column, int line);
}
