package dev.proviso.publication;

/** A version on its way to publication. What may be done with it next is what its type has methods for. */
public sealed interface Unpublished permits Draft, Submitted, Approved {

    DraftHistory trail();

    Content content();

    default DocumentName name() {
        return trail().name();
    }
}
