@NullMarked
package dev.proviso.web.desk.reading;

import org.jspecify.annotations.NullMarked;
