package broken.house.policy;

import broken.house.engine.DecisionManager;

/** Breaks the table on purpose: meaning knows who decides, and the two form a cycle. */
public record Rule(DecisionManager decidedBy) {}
