/**
 * The pages where a version is written, reviewed, approved and published.
 */
@NullMarked
package dev.proviso.web.desk.draft;

import org.jspecify.annotations.NullMarked;
