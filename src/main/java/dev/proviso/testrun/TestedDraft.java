package dev.proviso.testrun;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;

/**
 * A text that nobody has published, and what came of its tests.
 *
 * @param run of nothing, if the text has errors
 */
public record TestedDraft(Checked<CheckedPolicy> document, TestRun run) {}
