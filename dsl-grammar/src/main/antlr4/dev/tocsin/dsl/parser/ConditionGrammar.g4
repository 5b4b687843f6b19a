/*
 * The condition language. It has two layers: formulas over readings (aggregates and metrics), and
 * inside an aggregate and behind `where` formulas over the fields of one event. They are apart
 * because a name takes clauses in the first and none in the second: in
 * `where input_tokens > output_tokens over 5m` the window belongs to the aggregate.
 */
grammar ConditionGrammar;

// ---- start rules

condition : formula EOF ;

metric : sum EOF ;

eventFilter : eventFormula EOF ;

// ---- over readings

formula : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT negation | comparison ;

comparison : sum (comparisonOperator sum | NOT? IN values)? ;

sum : product ((PLUS | MINUS) product)* ;

product : signed ((STAR | SLASH) signed)* ;

signed : MINUS signed | operand ;

operand
    : literal                                     # operandLiteral
    | ABSENT LPAREN sum RPAREN                    # absent
    | name LPAREN arguments? RPAREN clauses       # aggregate
    | name clauses                                # metricTerm
    | LPAREN formula RPAREN                       # group
    ;

clauses : where? by? window? offset? versus? ;

where : WHERE filter ;

// where two readings are possible the first alternative wins: in `where (a or b) > 5` the
// comparison is of the aggregate, in `where a > 5` of the field
filter
    : LPAREN eventFormula RPAREN                                    # filterGroup
    | eventSum (comparisonOperator eventSum | NOT? IN values)       # filterComparison
    | name                                                          # filterField
    | NOT filter                                                    # filterNegation
    ;

by : BY name (COMMA name)* ;

window
    : OVER NUMBER                                 # over
    | PER period STRING?                          # per
    ;

period : MINUTE | HOUR | DAY | WEEK | MONTH ;

offset : OFFSET NUMBER ;

versus
    : VS PREVIOUS NUMBER                          # previous
    | VS BASELINE STRING                          # baseline
    | OF name STRING VS STRING                    # sides
    ;

arguments : argument (COMMA argument)* ;

argument : STAR | eventFormula ;

// ---- over the fields of one event

eventFormula : eventConjunction (OR eventConjunction)* ;

eventConjunction : eventNegation (AND eventNegation)* ;

eventNegation : NOT eventNegation | eventComparison ;

eventComparison : eventSum (comparisonOperator eventSum | NOT? IN values)? ;

eventSum : eventProduct ((PLUS | MINUS) eventProduct)* ;

eventProduct : eventSigned ((STAR | SLASH) eventSigned)* ;

eventSigned : MINUS eventSigned | eventOperand ;

eventOperand
    : literal                                     # eventLiteral
    | name                                        # eventField
    | LPAREN eventFormula RPAREN                  # eventGroup
    ;

// ---- shared

comparisonOperator : GT | GE | LT | LE | EQ | NE | LIKE | MATCHES | NOT_MATCHES ;

values : LPAREN value (COMMA value)* RPAREN ;

value : MINUS value | literal ;

literal : NUMBER | STRING | TRUE | FALSE ;

// words that mean something in one place only stay free as names
name : NAME | PREVIOUS | BASELINE | MINUTE | HOUR | DAY | WEEK | MONTH ;

// ---- words

OR : 'or' ;
AND : 'and' ;
NOT : 'not' ;
IN : 'in' ;
LIKE : 'like' ;
TRUE : 'true' ;
FALSE : 'false' ;
WHERE : 'where' ;
BY : 'by' ;
OVER : 'over' ;
PER : 'per' ;
OFFSET : 'offset' ;
VS : 'vs' ;
OF : 'of' ;
ABSENT : 'absent' ;
PREVIOUS : 'previous' ;
BASELINE : 'baseline' ;
MINUTE : 'minute' ;
HOUR : 'hour' ;
DAY : 'day' ;
WEEK : 'week' ;
MONTH : 'month' ;

// ---- signs

GE : '>=' ;
GT : '>' ;
LE : '<=' ;
LT : '<' ;
EQ : '==' ;
NE : '!=' ;
MATCHES : '=~' ;
NOT_MATCHES : '!~' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
LPAREN : '(' ;
RPAREN : ')' ;
COMMA : ',' ;

// ---- values

// takes all letters that follow, so that `10min` is one number with a wrong unit
NUMBER : '$'? DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? ('%' | LETTER (LETTER | DIGIT)*)? ;

STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\'' ;

// the part behind a dot may be any word, keywords too; it also takes in `p99.9`
NAME : LETTER (LETTER | DIGIT)* ('.' (LETTER | DIGIT)+)* ;

SPACE : [ \t\r\n]+ -> skip ;

// ---- what is never right, kept as tokens so that all of them are reported and explained

UNCLOSED : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\\'? ;

MISSPELT
    : '=' | '===' | '!==' | '=>' | '=<' | '<>' | '!' | '~' | '&' | '&&' | '|' | '||'
    | '\u2264' | '\u2265' | '\u2260' | '\u00d7' | '\u00f7' | '\u2212' | '\u2013'
    ;

UNKNOWN : . ;

fragment DIGIT : [0-9] ;

fragment LETTER : [_\p{L}] ;
