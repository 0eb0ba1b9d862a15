package dev.proviso.document;

import dev.proviso.policy.Rule;

/** A rule of the document, how its author put it, and the syntax, for the places of its words. */
record ReadRule(Rule rule, Wording wording, ParsedSentence sentence) {}
