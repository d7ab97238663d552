/** `<NAME>` in SQL, where the name is in capital letters: a parameter that the reader fills in. */
const PARAMETER = /<([A-Z][A-Z0-9_]*)>/g

/** The parameters that a text names, in order of first use. */
export function parametersOf(sql: string): string[] {
  return [...new Set([...sql.matchAll(PARAMETER)].map(([, name = '']) => name))]
}

/** The text with each parameter's value in its place; one without a value is left as it is. */
export function fillIn(sql: string, values: Readonly<Record<string, string>>): string {
  return sql.replaceAll(PARAMETER, (whole, name: string) => values[name] ?? whole)
}

/** What a tired person types instead of a value. */
export function slipsOf(name: string, value: string): { kind: string; what: string; value: string }[] {
  const slips = [
    { kind: 'parameter-empty', what: `${name} is empty`, value: '' },
    { kind: 'parameter-placeholder', what: `${name} is not filled in`, value: `<${name}>` },
  ]
  if (/\d{4}-\d\d/.test(value)) {
    // Three years on, and not a hundred: a block may make a row for each hour up to it.
    const year = value.replace(/\d{4}/, (each) => String(Number(each) + 3))
    const letter = value.replace(/[01](?=\D*$|\d?$)/, (digit) => (digit === '0' ? 'O' : 'l'))
    slips.push({ kind: 'parameter-no-data', what: `${name} is ${year}, which has no data`, value: year })
    if (letter !== value)
      slips.push({ kind: 'parameter-typo', what: `${name} is ${letter}, with a letter`, value: letter })
  }
  return slips
}
