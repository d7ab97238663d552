/** The rows of a `{list-table}`: a list of lists, whose first rows are the head; nothing where a cell is more than text. */
export function listTable(lines: readonly string[], headRows: number): string[] | undefined {
  const rows: string[][] = []
  for (const line of lines) {
    const row = /^[ \t]*[*+-][ \t]+[*+-](?:[ \t]+(.*))?$/.exec(line)
    const cell = row ? undefined : /^[ \t]+[*+-](?:[ \t]+(.*))?$/.exec(line)
    if (row) rows.push([row[1] ?? ''])
    else if (cell) rows.at(-1)?.push(cell[1] ?? '')
    else if (/^[ \t]*(?:`{3,}|~{3,}|:{3,})/.test(line)) return undefined
    else if (line.trim() !== '') {
      const own = rows.at(-1)
      if (own === undefined) return undefined
      own[own.length - 1] = `${own.at(-1) ?? ''} ${line.trim()}`.trim()
    }
  }
  return rows.length === 0 ? undefined : tableOf(rows, headRows)
}

/** The rows of a `{csv-table}`: values between commas, those with a comma in quotes. */
export function csvTable(lines: readonly string[], head: string | undefined, headRows: number): string[] {
  const rows = lines.filter((line) => line.trim() !== '').map(valuesOf)
  return head === undefined ? tableOf(rows, headRows) : tableOf([valuesOf(head), ...rows], 1)
}

function valuesOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)[ \t]*(?:"((?:[^"]|"")*)"|([^,]*))[ \t]*(?=,|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim(),
  )
}

/** A table of Markdown has one line of heads, which can be empty. */
function tableOf(rows: readonly (readonly string[])[], headRows: number): string[] {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `| ${[...cells, ...Array<string>(width - cells.length).fill('')].map((each) => each.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
  const [head = [], ...rest] = headRows === 0 ? [[], ...rows] : rows
  return [line(head), line(Array<string>(width).fill('---')), ...rest.map(line)]
}
