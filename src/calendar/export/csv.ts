/** Rows as CSV (RFC 4180), with line breaks as it asks for. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Signs that begin a formula, also in the wide forms that spreadsheets of some languages take for them. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u

/** A spreadsheet runs what begins like a formula: names come from content, so an apostrophe keeps them text. */
function cell(text: string): string {
  const safe =
    (FORMULA.test(text) || /^[\t\r]/.test(text)) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
