/** Pages. What the stores hold comes in, and what people read goes out; nothing is decided here. */
@NullMarked
package dev.proviso.web;

import org.jspecify.annotations.NullMarked;
