@NullMarked
package dev.proviso.api.http;

import org.jspecify.annotations.NullMarked;
