/**
 * The pages to read by: the library of documents, one version with its rules beside it, two versions compared, the timeline.
 */
@NullMarked
package dev.proviso.web.desk.reading;

import org.jspecify.annotations.NullMarked;
