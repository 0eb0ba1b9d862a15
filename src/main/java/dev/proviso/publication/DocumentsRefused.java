package dev.proviso.publication;

import java.util.List;

/** Documents that cannot be published, with a message for each mistake, as a person reads it. */
public final class DocumentsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DocumentsRefused(List<String> messages) {
        super(String.join("\n\n", messages));
    }
}
