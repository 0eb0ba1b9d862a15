@NullMarked
package dev.proviso.web.desk.draft;

import org.jspecify.annotations.NullMarked;
