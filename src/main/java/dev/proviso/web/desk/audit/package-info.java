/**
 * The pages of auditors: what people did to versions, and what was decided.
 */
@NullMarked
package dev.proviso.web.desk.audit;

import org.jspecify.annotations.NullMarked;
