/**
 * Helm templates are YAML with holes. The actions, `{{ … }}`, are taken out with as many characters put in,
 * so that every line and column stays, and what is left can be read as YAML.
 */

/** What the template alone knows: an action that prints something. */
const UNKNOWN = '\uE000'
/** What prints nothing: the marks around a literal text. */
const NOTHING = '\uE001'

interface Action {
  start: number
  end: number
  /** Without the braces and the hyphens that eat white space. */
  code: string
}

export interface Blanked {
  text: string
  /** How many actions were taken out. */
  actions: number
  /** What a value of the blanked text says: literals filled in, other actions as they were written. */
  original: (value: string, start: number, end: number) => string
}

/** Whether a text is a template that a tool fills in before Prometheus sees it, and not only one that Prometheus fills in. */
export function isTemplate(text: string): boolean {
  return /\{\{-|-\}\}|\{\{\s*(?:\.|`|\/\*|if |range |with |end\b|define |include |template |else|\$\w+\s*:?=)/.test(
    // The labels and the value of an alert are Prometheus' own.
    text.replace(/\{\{-?\s*(?:\$labels|\$value|\.Labels|\.Value\b)/g, ''),
  )
}

const CONTROL =
  /^(?:if|else|end|range|with|define|block|template|include|toYaml|tpl|break|continue|\/\*|\$\w+\s*:?=|-?\s*$)/

/** Takes the actions of a template out. */
export function blankActions(text: string): Blanked {
  const found = actionsOf(text)
  const variables = new Map<string, string>()
  const unknown: Action[] = []
  let blanked = ''
  let at = 0
  for (const action of found) {
    const assigned = /^\$(\w+)\s*:?=\s*(?:"([^"]*)"|`([^`]*)`)$/.exec(action.code)
    if (assigned?.[1] !== undefined) variables.set(assigned[1], assigned[2] ?? assigned[3] ?? '')
    blanked += text.slice(at, action.start)
    const written = text.slice(action.start, action.end)
    const literal = /^(\{\{-?\s*(?:`|"))([\s\S]*)((?:`|")\s*-?\}\})$/.exec(written)
    if (literal?.[1] !== undefined && literal[3] !== undefined && isOneLiteral(action.code)) {
      blanked += NOTHING.repeat(literal[1].length) + (literal[2] ?? '') + NOTHING.repeat(literal[3].length)
    } else if (isAlone(blanked, text.slice(action.end), action.code)) {
      blanked += fill(written, ' ')
    } else {
      blanked += fill(written, UNKNOWN)
      unknown.push(action)
    }
    at = action.end
  }
  blanked += text.slice(at)
  const original: Blanked['original'] = (value, start, end) => {
    let shown = value.replaceAll(NOTHING, '')
    for (const action of unknown.filter((each) => each.start >= start && each.end <= end)) {
      const hole = UNKNOWN.repeat(action.end - action.start)
      const variable = /^\$(\w+)$/.exec(action.code)?.[1]
      const known = variable === undefined ? undefined : variables.get(variable)
      shown = shown.replace(hole, () => known ?? text.slice(action.start, action.end))
    }
    return shown.replace(new RegExp(`${UNKNOWN}+`, 'g'), '{{ … }}')
  }
  return { text: blanked, actions: found.length, original }
}

function fill(written: string, by: string): string {
  return written.replace(/[^\n]/g, by)
}

function isOneLiteral(code: string): boolean {
  return /^`[^`]*`$/.test(code) || /^"(?:[^"\\]|\\.)*"$/.test(code)
}

/** Whether nothing of the line is left without the action: then the whole line goes. */
function isAlone(before: string, after: string, code: string): boolean {
  const lead = before.slice(before.lastIndexOf('\n') + 1)
  if (lead.trim() !== '') return false
  if (CONTROL.test(code)) return true
  return /^(?:\s*\{\{[^\n]*\}\})*[ \t]*(?:\r?\n|$)/.test(after)
}

function actionsOf(text: string): Action[] {
  const actions: Action[] = []
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', start)) {
    const end = endOf(text, start + 2)
    if (end === undefined) break
    const code = text
      .slice(start + 2, end - 2)
      .replace(/^-(?=\s)|(?<=\s)-$/g, '')
      .trim()
    actions.push({ start, end, code })
    start = end
  }
  return actions
}

/** Where an action ends that has begun: braces within texts and comments do not close it. */
function endOf(text: string, from: number): number | undefined {
  const token = /`[^`]*`|\\"|"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\}\}/g
  token.lastIndex = from
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '}}') return token.lastIndex
  }
  return undefined
}
