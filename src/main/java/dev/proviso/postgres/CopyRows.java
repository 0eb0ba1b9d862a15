package dev.proviso.postgres;

import dev.proviso.record.DecisionRecord;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Records in the binary form of PostgreSQL's COPY, in which no text needs escaping. */
final class CopyRows {

    /** The columns that say nothing of a person. */
    static final String ENTRY =
            "decided_at, id, asked_at, asker, policy, version, purpose, decision, trial, rulebook, rules";

    static final String COLUMNS = ENTRY + ", person, body";

    private static final int COLUMN_COUNT = 13;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int TEXT_OID = 25;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopyRows() {}

    static byte[] of(List<DecisionRecord> records) {
        CopyRows rows = new CopyRows();
        try {
            rows.write(records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.bytes.toByteArray();
    }

    private void write(List<DecisionRecord> records) throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (DecisionRecord kept : records) {
            write(kept);
        }
        out.writeShort(NULL);
    }

    private void write(DecisionRecord kept) throws IOException {
        out.writeShort(COLUMN_COUNT);
        instant(kept.decidedAt());
        uuid(kept.id());
        instant(kept.at());
        text(kept.asker());
        text(kept.policy());
        text(kept.version());
        text(kept.purpose());
        text(kept.decision().name());
        out.writeInt(1);
        out.writeBoolean(kept.trial());
        text(kept.rulebook());
        texts(kept.rules());
        if (kept.body().person().isPresent()) {
            uuid(kept.body().person().get());
        } else {
            out.writeInt(NULL);
        }
        field(kept.body().bytes());
    }

    private void field(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private void text(String value) throws IOException {
        field(value.getBytes(StandardCharsets.UTF_8));
    }

    private void uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    /** In microseconds since the year 2000. */
    private void instant(Instant value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /** One dimension, counted from 1; an empty array has none. */
    private void texts(List<String> values) throws IOException {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(array);
        header.writeInt(values.isEmpty() ? 0 : 1);
        header.writeInt(0);
        header.writeInt(TEXT_OID);
        if (!values.isEmpty()) {
            header.writeInt(values.size());
            header.writeInt(1);
        }
        for (String value : values) {
            byte[] element = value.getBytes(StandardCharsets.UTF_8);
            header.writeInt(element.length);
            header.write(element);
        }
        field(array.toByteArray());
    }
}
