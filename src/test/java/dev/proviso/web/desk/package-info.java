/** The pages as people use them. */
@org.jspecify.annotations.NullMarked
package dev.proviso.web.desk;
