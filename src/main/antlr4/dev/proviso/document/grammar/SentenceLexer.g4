// The words of a rules block. What kind of word one is (a key, a place, a date) the checker decides: it knows the
// vocabulary and can say what is wrong.
lexer grammar SentenceLexer;

NO_RULE         : [Nn] 'o' SPACE+ 'rule' SPACE* ':' -> mode(REASONS) ;
EXCLUDE         : [Tt] 'his' SPACE+ 'policy' SPACE+ 'does' SPACE+ 'not' SPACE+ 'apply' SPACE+ 'to' ;
PERMIT          : [Pp] 'ermit' ;
FORBID          : [Ff] 'orbid' ;
MANDATE         : [Mm] 'andate' ;
REQUIRE         : [Rr] 'equire' ;
BEFORE          : [Bb] 'efore' ;
WITH            : [Ww] 'ith' ;
AFTER           : [Aa] 'fter' ;
OF              : [Oo] 'f' ;
FOR             : [Ff] 'or' ;
FROM            : [Ff] 'rom' ;
UNTIL           : [Uu] 'ntil' ;
TO              : [Tt] 'o' ;
ANY             : [Aa] 'ny' ;
EXCEPT          : [Ee] 'xcept' ;
IF              : [Ii] 'f' ;
UNLESS          : [Uu] 'nless' ;
NOTWITHSTANDING : [Nn] 'otwithstanding' -> mode(IDS) ;
AND             : [Aa] 'nd' ;
OR              : [Oo] 'r' ;
NOT             : [Nn] 'ot' ;
STOP            : '.' ;
COMMA           : ',' ;
COLON           : ':' ;
OPEN            : '(' ;
CLOSE           : ')' ;
STRING          : '"' ~["\r\n]* '"' ;
WORD            : SIGN+ (JOINT+ SIGN+)* ;
BLANK           : SPACE+ -> skip ;
OTHER           : . ;

fragment SPACE  : [\p{White_Space}] ;
fragment SIGN   : [\p{L}\p{N}\p{M}_] ;
fragment JOINT  : [.'\u2019-] ;

// After "notwithstanding": ids of rules, up to the full stop.
mode IDS;

ID_AND    : 'and' -> type(AND) ;
ID        : [A-Za-z0-9]+ ([.-] [A-Za-z0-9]+)* ('(' [A-Za-z0-9]+ ')')? ('#' [0-9]+)? ;
ID_COMMA  : ',' -> type(COMMA) ;
ID_STOP   : '.' -> type(STOP), mode(DEFAULT_MODE) ;
ID_BLANK  : SPACE+ -> skip ;
ID_OTHER  : . -> type(OTHER) ;

// After "No rule:": prose to the end of the block.
mode REASONS;

REASON    : [\u0000-\u{10FFFF}]+ ;
