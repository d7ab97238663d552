/** What a drawing says, for who does not see it: a line for each arrow, then what no arrow has. */
export function textOfDrawing(svg: string): string[] {
  const names = new Map<string, string>()
  for (const { id, label, actor } of elementsOf(svg)) {
    const name = id ?? actor
    if (name !== undefined && label !== undefined) names.set(name, label)
  }
  const called = (id: string) => plain(names.get(id) ?? id) || (BLANK[id.replace(/\d+$/, '')] ?? id)
  const lines: string[] = []
  for (const element of elementsOf(svg)) {
    const from = element.from ?? element.entity1
    const to = element.to ?? element.entity2
    if (from === undefined || to === undefined || element.isLabel) continue
    const label = plain(element.label ?? '')
    lines.push(`${called(from)} → ${called(to)}${label === '' ? '' : `: ${label}`}`)
  }
  const said = lines.join('\n')
  const others = textsOf(svg).filter((text) => text !== '' && !said.includes(text))
  return [...lines, ...new Set(others)]
}

/** Marks without words. */
const BLANK: Readonly<Record<string, string>> = { _start: 'Start', _end: 'End' }

interface Named {
  id?: string | undefined
  actor?: string | undefined
  label?: string | undefined
  from?: string | undefined
  to?: string | undefined
  entity1?: string | undefined
  entity2?: string | undefined
  /** The words beside an arrow, which the arrow itself has too. */
  isLabel: boolean
}

function elementsOf(svg: string): Named[] {
  return [...svg.matchAll(/<\w+ class="([\w-]+)"([^>]*)>/g)].map(([, name, list = '']) => {
    const attributes = Object.fromEntries(
      [...list.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decoded(value),
      ]),
    )
    return { ...attributes, isLabel: name === 'edge-label' }
  })
}

/** Every text that is drawn, a label of several lines as one. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, inside = '']) =>
    plain(decoded(inside.replace(/<[^>]+>/g, ' '))),
  )
}

const plain = (text: string) =>
  text
    .replace(/<[^>]*>|\\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
const decoded = (text: string) =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => NAMED[name] ?? '')
