/** Rows as CSV (RFC 4180), with line breaks as it asks for. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * Where a formula begins, also in the wide forms that spreadsheets of some languages take for its sign: at the beginning,
 * and behind what another spreadsheet takes for the end of a cell, whatever quotes are around it.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[\s\p{Cf}\p{Cc}"]*[=+\-@＝＋－＠])|^(?=[\t\r])/gu

/** A spreadsheet runs what begins like a formula: names come from content, so an apostrophe keeps them text. */
function cell(text: string): string {
  const safe = /^-?\d+(\.\d+)?$/.test(text) ? text : text.replaceAll(FORMULA, "'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
