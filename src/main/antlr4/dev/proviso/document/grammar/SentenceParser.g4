// One sentence of a rules block, as the language's page gives it. It is a little wider than the page, so that the checker
// can name a mistake in a sentence of its own: it lets lists have several "and", and conditions mix "and" with "or".
parser grammar SentenceParser;

options { tokenVocab = SentenceLexer; }

sentence        : label? days? statement STOP EOF
                | label? noRule EOF
                ;
label           : OPEN WORD CLOSE ;
days            : FROM first=WORD (UNTIL last=WORD)? COLON ;
statement       : permit | forbid | mandate | require | exclude ;
permit          : PERMIT act onlyIf? exception? notwithstanding? ;
forbid          : FORBID act onlyIf? exception? ;
mandate         : MANDATE act onlyIf? exception? ;
require         : REQUIRE obligation=WORD timing act onlyIf? exception? ;
timing          : BEFORE | WITH | AFTER ;
exclude         : EXCLUDE act onlyIf? ;
noRule          : NO_RULE REASON? ;

act             : operations=selection OF data=selection
                  (FOR purposes=selection)? (FROM sources=selection)? (TO recipients=selection)? ;
selection       : ANY noun=WORD (EXCEPT list)? | list ;
list            : WORD (separator WORD)* ;
separator       : COMMA (AND | OR)? | AND | OR ;

onlyIf          : COMMA? IF condition ;
exception       : COMMA? UNLESS condition ;
notwithstanding : COMMA? NOTWITHSTANDING ID (separator ID)* ;

condition       : factor (junction factor)* ;
junction        : AND | OR ;
factor          : NOT? (atom | OPEN condition CLOSE) ;

// A phrase, and where it ends with a list, the rest of that list: after a comma, "and" or "or" exactly one word goes on with
// the list, and more than one begins the next atom.
atom            : lead word* (separator item)* ;
lead            : WORD | STRING ;
item            : WORD | STRING ;
word            : WORD | STRING | OF | FOR | FROM | UNTIL | TO | ANY | EXCEPT | BEFORE | WITH | AFTER | NOT ;

loneCondition   : condition EOF ;
