package broken.house.engine;

import broken.house.policy.Rule;
import java.sql.Connection;

/** Breaks the table on purpose: has a name that says nothing, and knows the database. */
public record DecisionManager(Rule rule, Connection database) {}
