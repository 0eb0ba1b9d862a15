package dev.proviso.web.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about clauses and tables of a draft. Another language is a file {@code messages/draft_LANGUAGE.properties} with the same keys. */
@MessageBundle("draft")
public interface DraftMessages {
    @Message("said of clause {clause}")
    String didRemark(String clause);

    @Message("settled remark {number}")
    String didSettle(String number);

    @Message("remarked on a clause")
    String remarked();

    @Message("settled a remark")
    String settled();

    @Message("Remarks on clauses")
    String remarks();

    @Message("Remark {number}")
    String remarkNumber(int number);

    @Message("Read and remark, clause by clause")
    String readClauses();

    @Message("{count} open")
    String openRemarks(int count);

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
