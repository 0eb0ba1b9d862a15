@NullMarked
package dev.proviso.web.desk.ask;

import org.jspecify.annotations.NullMarked;
