/** The rows of each table, as `Warehouse.state` gives them. */
type State = Readonly<Record<string, string>>

/** The rows that went (`-`) and came (`+`), table by table; a table without a change is left out. */
export function changes(before: State, after: State): string {
  return Object.keys({ ...before, ...after })
    .sort()
    .map((table) => ({ table, old: rowsOf(before[table]), now: rowsOf(after[table]) }))
    .map(({ table, old, now }) => ({ table, gone: without(old, now), come: without(now, old) }))
    .filter(({ gone, come }) => gone.length + come.length > 0)
    .map(({ table, gone, come }) =>
      [`@@ ${table}`, ...gone.map((row) => `-${row}`), ...come.map((row) => `+${row}`), ''].join('\n'),
    )
    .join('')
}

/** Without the header line: a new table's columns show in its rows. */
function rowsOf(csv = ''): string[] {
  return csv.split('\n').slice(1).filter(Boolean)
}

/** The rows of one list that the other lacks; of equal rows as many as there are more. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return rows.filter((row) => {
    const place = left.indexOf(row)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}
