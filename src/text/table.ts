/** Rows as columns, aligned, two spaces apart; `right` names the columns of numbers. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows.reduce<number[]>(
    (sofar, row) => row.map((cell, column) => Math.max(sofar[column] ?? 0, cell.length)),
    [],
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

/**
 * A Markdown table.
 *
 * @param asCell what makes Markdown of a cell; where nothing is said, cells keep their marks and only the table stays whole
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  asCell = (text: string) => text.replace(/[|\\]/g, '\\$&'),
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(asCell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
