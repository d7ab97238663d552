import type { Problem } from './parse.ts'
import { toYaml } from './yaml-text.ts'

type Slip = Pick<Problem, 'message' | 'hint'> & {
  /** Into the line. */
  column: number
}

/** One slip of the pen: what it looks like in a line, and the line before it that says something. */
type Detector = (line: string, before: string) => Slip | undefined

const FIELD = /^(?<lead>\s*(?:- )?(?<key>[A-Za-z][\w-]*):\s+)(?<value>\S.*?)\s*$/

/**
 * Where YAML that no parser can read is most likely to be wrong. A parser tells where it gave up,
 * often lines below the slip, and in words of its grammar.
 */
export function slipIn(text: string): Omit<Problem, 'rule'> | undefined {
  let offset = 0
  let before = ''
  for (const line of text.split('\n')) {
    for (const detect of DETECTORS) {
      const slip = detect(line.replace(/\r$/, ''), before)
      if (slip) return { message: slip.message, hint: slip.hint, offset: offset + slip.column }
    }
    if (line.trim() !== '') before = line
    offset += line.length + 1
  }
  return undefined
}

const DETECTORS: readonly Detector[] = [
  function tab(line) {
    const column = /^ *\t/.test(line) ? line.indexOf('\t') : -1
    return column < 0
      ? undefined
      : { column, message: 'The line is indented with a tab', hint: 'Indent with spaces.' }
  },
  function noSpaceAfterColon(line) {
    const [, lead = '', key = '', value = ''] =
      /^(\s*(?:- )?)([A-Za-z][\w-]*):([^\s/].*?)\s*$/.exec(line) ?? []
    return key === ''
      ? undefined
      : {
          column: lead.length + key.length + 1,
          message: `A space is missing after "${key}:"`,
          hint: `Write ${key}: ${value}`,
        }
  },
  function colonInValue(line) {
    const { lead = '', key = '', value = '' } = FIELD.exec(line)?.groups ?? {}
    if (/^['"[{|>&*!#%@`]/.test(value) || !/:(\s|$)/.test(value)) return undefined
    return {
      column: lead.length,
      message: 'The value contains a colon and a space, as a new field would',
      hint: `Put it in quotes: ${key}: ${toYaml(value)}`,
    }
  },
  function unclosedQuote(line) {
    const [, lead = '', value = ''] = /^(\s*(?:- )?(?:[A-Za-z][\w-]*:\s+)?)(['"].*?)\s*$/.exec(line) ?? []
    const quote = value[0] ?? ''
    // Two single quotes, or a backslash and a double one, stand for a quote inside.
    const isClosed = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?:$|\s+#|[:,\]}])/.test(value)
    if (value === '' || isClosed) return undefined
    const inner = value.slice(1, -1)
    if (value.length > 2 && value.endsWith(quote) && inner.includes(quote)) {
      return {
        column: lead.length,
        message: 'The quote ends before the value does',
        hint: `Write ${toYaml(inner)}`,
      }
    }
    return {
      column: lead.length,
      message: 'The quote is not closed',
      hint: `Put ${quote} at the end of the value, or leave the quotes out.`,
    }
  },
  function unclosedBracket(line) {
    const { lead = '', value = '' } = FIELD.exec(line)?.groups ?? {}
    if (!/^\[[^\]]*$/.test(value)) return undefined
    return { column: lead.length, message: 'The list is not closed', hint: 'Put ] at its end.' }
  },
  function indentedField(line, before) {
    const { lead = '', key = '' } = FIELD.exec(line)?.groups ?? {}
    if (!/^ +$/.test(lead.slice(0, lead.indexOf(key))) || !/^[A-Za-z][\w-]*:\s+[^\s|>]/.test(before))
      return undefined
    return {
      column: 0,
      message: `"${key}" is indented, but belongs to no field above it`,
      hint: 'Remove the spaces before it.',
    }
  },
  function unevenList(line, before) {
    const [, indent] = /^( *)- /.exec(line) ?? []
    const [, above] = /^( *)- (?!.*:(\s|$))/.exec(before) ?? []
    if (indent === undefined || above === undefined || indent === above) return undefined
    return {
      column: indent.length,
      message: 'The items of the list do not begin in the same column',
      hint: `Write ${String(above.length)} spaces before the "-", as above.`,
    }
  },
]
