package dev.proviso.engine;

import java.util.SortedMap;

/** Compilers under base rules of any age, so that what was decided once can be decided again. */
public interface RuleCompilers {

    /** The rules that are the same for every policy, as this program brings them along: text by file name. */
    SortedMap<String, String> baseRules();

    /** A compiler whose rulebooks decide under these base rules. Slow to make (a second, perhaps). */
    RuleCompiler under(SortedMap<String, String> baseRules);
}
