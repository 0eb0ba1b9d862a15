@NullMarked
package dev.proviso.web.desk.signin;

import org.jspecify.annotations.NullMarked;
