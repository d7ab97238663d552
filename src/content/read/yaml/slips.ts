import { toYaml } from './write.ts'

/** A slip of the pen that makes YAML unreadable, and the line as it was probably meant. */
export interface Slip {
  message: string
  hint: string
  /** Into the YAML. */
  offset: number
  /** The YAML with this one line corrected. */
  corrected: string
  /** The offset in the YAML as written, for an offset in the corrected one. */
  offsetInOriginal: (offset: number) => number
}

const MAX_LINE = 1000

interface Suspicion {
  message: string
  hint: string
  column: number
  /** The line as it was meant. */
  meant: string
}

/**
 * Lines that look like a usual slip, from the top. A parser reports where it gave up, often lines below the slip,
 * and in words of its grammar.
 */
export function slipsIn(text: string): Slip[] {
  let before = ''
  let start = 0
  return text.split('\n').flatMap((written) => {
    const line = written.replace(/\r$/, '')
    const [above, from] = [before, start]
    if (line.trim() !== '') before = line
    start += written.length + 1
    // A line that nobody has typed has no slip of the pen, and would take long to look at.
    if (line.length > MAX_LINE) return []
    return SUSPICIONS.flatMap((suspicion): Slip[] => {
      const found = suspicion(line, above)
      if (!found) return []
      const { message, hint, column, meant } = found
      const offsetInOriginal = (offset: number) =>
        offset > from + meant.length
          ? offset - meant.length + line.length
          : Math.min(offset, from + line.length)
      const corrected = text.slice(0, from) + meant + text.slice(from + line.length)
      return [{ message, hint, offset: from + column, corrected, offsetInOriginal }]
    })
  })
}

const FIELD = /^(?<lead>\s*(?:- )?(?<key>[A-Za-z][\w-]*):\s+)(?<value>\S.*?)\s*$/

const SUSPICIONS: readonly ((line: string, above: string) => Suspicion | undefined)[] = [
  function tab(line) {
    if (!/^ *\t/.test(line)) return undefined
    const meant = line.replace(/^\s+/, (indent) => indent.replaceAll('\t', '  '))
    const column = line.indexOf('\t')
    return { column, message: 'The line is indented with a tab', hint: 'Indent with spaces.', meant }
  },
  function spaceThatIsNone(line) {
    const [, lead = '', gap = '', value = ''] =
      /^(\s*(?:- )?[A-Za-z][\w-]*:)([ ]*[\u00a0\u2000-\u200b\u202f\u3000][\s\u200b]*)(.*?)\s*$/.exec(line) ??
      []
    if (gap === '') return undefined
    const meant = `${lead} ${value}`
    const message = `What follows "${lead.trim()}" looks like a space and is another character`
    return { column: lead.length, message, hint: 'Delete it and type a space.', meant }
  },
  function textWithoutIndent(line, above) {
    const [, indent = '', key] = /^(\s*)([A-Za-z][\w-]*):\s+[|>][-+]?\s*$/.exec(above) ?? []
    if (key === undefined || line.trim() === '' || /^\s*(?:[\w-]+:(?:\s|$)|#|- )/.test(line)) return undefined
    if (/^\s*/.exec(line)?.[0].length !== indent.length) return undefined
    const message = `The text of "${key}" is not indented`
    return {
      column: 0,
      message,
      hint: 'Put two spaces before each of its lines.',
      meant: `${indent}  ${line.trim()}`,
    }
  },
  function noSpaceAfterColon(line) {
    const [, lead = '', value] = /^(\s*(?:- )?[A-Za-z][\w-]*:)([^\s/].*?)\s*$/.exec(line) ?? []
    if (value === undefined) return undefined
    const message = `A space is missing after "${lead.trim()}"`
    const meant = `${lead} ${value}`
    return { column: lead.length, message, hint: `Write ${meant.trim()}`, meant }
  },
  function colonInValue(line) {
    const { lead = '', value = '' } = FIELD.exec(line)?.groups ?? {}
    if (/^['"[{|>&*!#%@`]/.test(value) || !/:(\s|$)/.test(value)) return undefined
    const message = 'The value contains a colon and a space, as a new field would'
    const meant = lead + toYaml(value)
    return { column: lead.length, message, hint: `Put it in quotes: ${meant.trim()}`, meant }
  },
  function signAtStart(line) {
    const [, lead = '', value] = /^(\s*(?:- )?(?:[A-Za-z][\w-]*:\s+)?)([*@`%&!].*?)\s*$/.exec(line) ?? []
    if (value === undefined) return undefined
    const meant = lead + toYaml(value)
    const message = `A value cannot begin with ${value.charAt(0)} without quotes`
    return { column: lead.length, message, hint: `Put it in quotes: ${meant.trim()}`, meant }
  },
  function listOnLine(line) {
    const { lead = '', value = '' } = FIELD.exec(line)?.groups ?? {}
    if (!value.startsWith('- ')) return undefined
    const meant = `${lead}[${value.slice(2)}]`
    const message = 'A list begins on the next line, or with a bracket'
    return { column: lead.length, message, hint: `Write ${meant.trim()}`, meant }
  },
  function quoteInQuote(line) {
    const [, lead = '', value = ''] = /^(\s*(?:- )?(?:[A-Za-z][\w-]*:\s+)?)(['"].*?)\s*$/.exec(line) ?? []
    if (value === '' || isClosed(value) || !value.slice(1).includes(value.charAt(0))) return undefined
    const isAround = value.endsWith(value.charAt(0))
    const meant = lead + toYaml(isAround ? value.slice(1, -1) : value)
    return {
      column: lead.length,
      message: 'The quote ends before the value does',
      hint: `Write ${meant.trim()}`,
      meant,
    }
  },
  function unclosedQuote(line) {
    const [, lead = '', value = ''] = /^(\s*(?:- )?(?:[A-Za-z][\w-]*:\s+)?)(['"].*?)\s*$/.exec(line) ?? []
    const quote = value.charAt(0)
    if (value === '' || isClosed(value) || value.slice(1).includes(quote)) return undefined
    return {
      column: lead.length,
      message: 'The quote is not closed',
      hint: `Put ${quote} at the end of the value, or leave the quotes out.`,
      meant: lead + value + quote,
    }
  },
  function unclosedBracket(line) {
    const { lead = '', value = '' } = FIELD.exec(line)?.groups ?? {}
    if (!/^\[[^\]]*$/.test(value)) return undefined
    return {
      column: lead.length,
      message: 'The list is not closed',
      hint: 'Put ] at its end.',
      meant: `${line}]`,
    }
  },
  function indentedField(line, above) {
    const { key } = /^ +(?<key>[A-Za-z][\w-]*):\s/.exec(line)?.groups ?? {}
    if (key === undefined || !/^[A-Za-z][\w-]*:\s+[^\s|>]/.test(above)) return undefined
    const message = `"${key}" is indented, but belongs to no field above it`
    return { column: 0, message, hint: 'Remove the spaces before it.', meant: line.trimStart() }
  },
  function unevenList(line, above) {
    const indent = /^( *)- /.exec(line)?.[1]
    const wanted = /^( *)- (?!.*:(\s|$))/.exec(above)?.[1]
    if (indent === undefined || wanted === undefined || indent === wanted) return undefined
    return {
      column: indent.length,
      message: 'The items of the list do not begin in the same column',
      hint: `Write ${String(wanted.length)} spaces before the "-", as above.`,
      meant: wanted + line.trimStart(),
    }
  },
]

/** Two single quotes, or a backslash and a double one, stand for a quote inside. */
function isClosed(value: string): boolean {
  return /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?:$|\s+#|[:,\]}])/.test(value)
}
