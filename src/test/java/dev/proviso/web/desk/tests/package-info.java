@NullMarked
package dev.proviso.web.desk.tests;

import org.jspecify.annotations.NullMarked;
