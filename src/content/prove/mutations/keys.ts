import { columnsOf, targets, valuesOf, where, type Change, type Kind } from './ground.ts'

/** Keys that a person reads as the same and a join does not. */
const DRIFTS: readonly { kind: string; what: string; to: (name: string) => string }[] = [
  { kind: 'key-blank', what: 'a blank after it', to: (name) => `${name} || ' '` },
  { kind: 'key-blank', what: 'a no-break space before it', to: (name) => `'\u00a0' || ${name}` },
  {
    kind: 'key-case',
    what: 'other letters in upper and lower case',
    to: (name) => `CASE WHEN ${name} = UPPER(${name}) THEN LOWER(${name}) ELSE UPPER(${name}) END`,
  },
  {
    kind: 'key-spelling',
    what: 'another spelling',
    to: (name) => `REPLACE(${name}, SUBSTR(${name}, 2, 1), 'q')`,
  },
]

/** Each text column that joins or groups, by turns: in one row, and in one group or the whole period. */
export const keyDrift: Kind = (ground) =>
  ground.tables.flatMap((table) =>
    columnsOf(table, 'key', 'group', 'reference')
      .filter(({ type }) => type === 'text')
      .flatMap((column) =>
        DRIFTS.flatMap(({ kind, what, to }) =>
          targets(ground, table)
            // A whole period in another spelling is still found by whoever compares with another table.
            .filter(({ rows }) => valuesOf(rows, column.name).some((value) => /[a-z]/i.test(value)))
            .map((target): Change => ({
              kind,
              tables: [table.name],
              column: column.name,
              what: `${table.name}.${column.name} has ${what} ${target.what}`,
              sql: [`UPDATE ${table.name} SET ${column.name} = ${to(column.name)}${where(target.condition)}`],
              meaning: 'harmful',
            })),
        ),
      ),
  )
