package dev.proviso.web.desk.audit;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.proviso.record.DecisionEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Tables for other programs (RFC 4180). A cell that a spreadsheet would take for a formula is shown as text. */
final class Csv {

    static final List<String> DECISIONS = List.of(
            "id",
            "decidedAt",
            "at",
            "asker",
            "policy",
            "version",
            "purpose",
            "decision",
            "trial",
            "rules",
            "rulebook",
            "undelivered");

    private static final String FORMULAS = "=+-@\t\r";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();

    private Csv() {}

    /** Writes a heading, and the lines that are given to it. */
    static void write(OutputStream out, List<String> columns, Consumer<Consumer<List<String>>> lines)
            throws IOException {
        CsvSchema schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .build();
        try (SequenceWriter writer = MAPPER.writer(schema).writeValues(out)) {
            lines.accept(cells -> write(writer, cells));
        }
    }

    private static void write(SequenceWriter writer, List<String> cells) {
        try {
            writer.write(cells.stream().map(Csv::harmless).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static List<String> cells(DecisionEntry decision) {
        return List.of(
                decision.id().toString(),
                decision.decidedAt().toString(),
                decision.at().toString(),
                decision.asker(),
                decision.policy(),
                decision.version(),
                decision.purpose(),
                decision.decision().name(),
                Boolean.toString(decision.trial()),
                String.join("; ", decision.rules()),
                decision.rulebook(),
                Boolean.toString(decision.undelivered()));
    }
}
