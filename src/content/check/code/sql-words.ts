const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What is a word of SQL rather than a name, where somebody writes SQL in small letters. */
export const WORDS = words(
  'all action add analyze and any array as asc asymmetric at begin between bigint binary boolean both by case cascade cast char check copy coalesce collate column commit conflict constraint create cross cube current current_catalog current_date current_role current_schema current_time current_timestamp current_user date datetime day days dbtimezone dec decimal default delete desc distinct distinctrow div do double drop else end epoch escape except excluded exists explain extract false fetch filter first float following for foreign from full function grant group grouping having hour hours if ilike in infinity inner insert int integer intersect interval into is isfinite isnull join json key last lateral leading left level like limit localtime localtimestamp lower matched materialized maxvalue merge microsecond millisecond minus minute minutes minvalue mod month months nan natural next no not nothing notnull null nulls number numeric of off offset on only or order ordinality outer over overlaps overwrite partition partitions plan preceding precision primary prior qualify quarter range real recursive references regexp restrict replace returning right rlike rollback rollup row rows sample savepoint second seconds select session_user sessiontimezone set sets similar smallint some start string symmetric sysdate sysdatetime system_user systimestamp table tables tablesample temp temporary text then ties time timestamp timestamptz to top trailing transaction trim true truncate unbounded union unique unknown unnest update user using utc_date utc_time utc_timestamp values varchar view week weeks when where window with within without xor year years zone',
)

/** Columns that engines give every table, or every row of a result. */
const OF_ENGINES = words(
  'ctid xmin xmax cmin cmax tableoid oid rowid rownum ora_rowscn rowscn nextval currval filename file_row_number inserted deleted value rowversion',
)

/** Whether an engine may have a column of this name that nobody described. */
export function isOfEngine(name: string): boolean {
  return name.startsWith('_') || name.includes('$') || OF_ENGINES.has(name)
}

/** With one of these, names mean what only their engine knows. */
export const STRANGE = words(
  'pivot unpivot lateral match_recognize flatten apply asof openjson openxml json_table xmltable explode posexplode struct connect output model tablesample merge returns language declare cursor loop perform trigger procedure measures xml emit settings prewhere exclude rename columns option outfile dumpfile aggregate extend index identifier descriptor changes before json_each jsonb_each',
)

/** In brackets behind these, a word is a column, or part of an expression. */
export const TAKES_COLUMNS = words(
  'sum count avg min max coalesce nullif abs round floor ceil ceiling lower upper length greatest least any_value string_agg array_agg bool_and bool_or row_number rank and or where not in on when then else by over select having case',
)

/** What comes before a column in a condition or a list. */
export const BEFORE_COLUMN = words(
  'select distinct where and or on by having when then else not case between set ( , = < > <= >= <> != + - * / % ||',
)
/** What comes behind one. */
export const AFTER_COLUMN = words(
  ', ) ; = < > <= >= <> != + - * / % || from is in between like ilike not and or asc desc nulls then else end when as where group order limit having union except intersect qualify window fetch offset for ::',
)
