@NullMarked
package dev.proviso.ruletest;

import org.jspecify.annotations.NullMarked;
