/**
 * The page that asks a question, the map of answers, and links to a question.
 */
@NullMarked
package dev.proviso.web.desk.ask;

import org.jspecify.annotations.NullMarked;
