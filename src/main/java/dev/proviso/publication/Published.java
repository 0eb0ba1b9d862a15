package dev.proviso.publication;

/** A version that was published, as its record in the chain says. Whether it has started depends on the time of asking. */
public sealed interface Published permits Announced, InForce, Superseded, Withdrawn {

    /** The record that published it. */
    ChainRecord record();

    default DocumentName name() {
        return record().name();
    }
}
