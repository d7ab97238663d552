import { element } from './dom.ts'
import { filling } from './copy-code.ts'
import { currentIncident, update } from './incident/store.ts'
import { datesBefore } from './values/dates.ts'
import { nextPause } from './pause.ts'
import { problemOf, quoted, usesIn, type Variable } from './values/fill.ts'

/** Values that were entered while no incident was open are believed for as long as ticks are. */
const BELIEVED_FOR = 12 * 3_600_000
const KEY = 'values'

type Filled = ReturnType<typeof usesIn>[number] & { shown: HTMLElement; original: string }

/** "Values for this page": what a reader enters once is filled into every block, and into what is copied. */
class PageValues extends HTMLElement {
  private readonly filled = new Map<Element, Filled[]>()
  private variables: Variable[] = []
  /** What the address brought holds on this page alone, until its reader edits the field. */
  private readonly linked = new Map<string, { value: string; note: HTMLElement }>()

  connectedCallback() {
    this.variables = [...this.querySelectorAll('input')].map(variableOf)
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) this.take(target)
    })
    this.addEventListener('paste', (event) => {
      if (event.target instanceof HTMLInputElement) this.takePasted(event, event.target)
    })
    // What was typed before this script had come.
    for (const input of this.querySelectorAll('input')) if (input.value !== '') this.take(input)
    this.suggestDates()
    this.takeFromAddress()
    document.addEventListener('incident', () => {
      this.draw()
    })
    filling.fill = (block) => {
      const filled = this.markPlaces(block)
      const missing = filled.filter(({ shown }) => shown.classList.contains('missing'))
      return {
        text: block.textContent,
        missing: [...new Set(missing.map(({ variable }) => variable.name))],
      }
    }
    this.draw()
    void this.markAll()
  }

  /** While nothing else is to be done, so that a slow phone answers a finger first; a block that is copied is marked then. */
  private async markAll() {
    let isFree = () => false
    for (const block of document.querySelectorAll<HTMLElement>('.prose .code > pre')) {
      if (!isFree()) isFree = await nextPause()
      this.markPlaces(block)
    }
  }

  /** Puts an element around each place of a variable, so that its value can take the place. */
  private markPlaces(block: HTMLElement): Filled[] {
    const before = this.filled.get(block)
    if (before) return before
    const language = /\blanguage-([\w-]+)/.exec(block.className)?.[1] ?? ''
    const filled: Filled[] = []
    // From the last to the first: what is put in must not move those before it.
    for (const use of usesIn(block.textContent, this.variables, language).reverse()) {
      const range = rangeOf(block, use.place.start, use.place.end)
      if (!range) continue
      const shown = element('var', { className: 'value', title: use.variable.summary })
      shown.append(range.extractContents())
      range.insertNode(shown)
      filled.push({ ...use, shown, original: shown.textContent })
    }
    this.filled.set(block, filled.reverse())
    this.drawIn(filled)
    return filled
  }

  private currentValue(variable: Variable): string {
    const { name } = variable
    const typed = currentIncident()?.values[name]
    // A link does not replace what somebody has entered in the incident.
    const linked = typed ? undefined : this.linked.get(name)?.value
    const kept = linked ?? typed ?? entered()[name]?.value ?? variable.value ?? ''
    return problemOf(variable, kept) === undefined ? kept : ''
  }

  private drawIn(filled: readonly Filled[]) {
    for (const { variable, shown, original, place, quote } of filled) {
      const value = this.currentValue(variable)
      const text = value && quoted(value, place, quote)
      shown.textContent = text || original
      shown.classList.toggle('missing', text === '')
      shown.title =
        value && !text ? `Type this value yourself: here, ${value} could run something.` : variable.summary
    }
  }

  private draw() {
    for (const filled of this.filled.values()) this.drawIn(filled)
    for (const field of this.querySelectorAll('input')) {
      const variable = this.variables.find(({ name }) => name === field.name)
      if (variable && field !== document.activeElement) field.value = this.currentValue(variable)
    }
    for (const [name, { value, note }] of this.linked) {
      const typed = currentIncident()?.values[name]
      note.textContent =
        typed && typed !== value
          ? ` The incident has ${typed}, and the link that you opened has ${value}. Enter what is meant.`
          : ' from the link that you opened'
    }
    const missing = this.variables.filter((variable) => this.currentValue(variable) === '').length
    const count = this.querySelector('[data-missing]')
    if (count)
      count.textContent =
        missing === 0 ? 'all are entered' : `${String(missing)} of ${String(this.variables.length)} missing`
  }

  private take(field: HTMLInputElement) {
    const variable = this.variables.find(({ name }) => name === field.name)
    if (!variable) return
    if (this.accepts(field, variable, field.value)) {
      this.forgetLinked(variable.name)
      this.keep(variable.name, field.value)
    }
    this.draw()
  }

  /** A field joins pasted lines to one value, which is none of them: they are refused, with the reason. */
  private takePasted(event: ClipboardEvent, field: HTMLInputElement) {
    const variable = this.variables.find(({ name }) => name === field.name)
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (!variable || !/[\r\n]/.test(text)) return
    event.preventDefault()
    this.accepts(field, { name: variable.name, summary: '' }, text)
  }

  /** Whether a value may be entered; the field says why not. */
  private accepts(field: HTMLInputElement, variable: Variable, value: string): boolean {
    const problem = value === '' ? undefined : problemOf(variable, value)
    field.setCustomValidity(problem ?? '')
    const said = field.closest('div')?.querySelector('[role=alert]')
    if (said) said.textContent = problem ?? ''
    return problem === undefined
  }

  /** The address loses it as well: else it would be back when the page is loaded again. */
  private forgetLinked(name: string) {
    const linked = this.linked.get(name)
    if (!linked) return
    linked.note.remove()
    this.linked.delete(name)
    const address = new URL(location.href)
    for (const key of [...address.searchParams.keys()])
      if (key.toLowerCase() === name.toLowerCase()) address.searchParams.delete(key)
    history.replaceState(history.state, '', address)
  }

  private keep(name: string, value: string) {
    const incident = currentIncident()
    if (incident) {
      update(incident.id, (kept) => {
        kept.values[name] = value
      })
      return
    }
    const values = { ...entered(), [name]: { value, at: Date.now() } }
    try {
      localStorage.setItem(KEY, JSON.stringify(values))
      session.delete(KEY)
    } catch {
      // Storage is full or switched off: the values hold for as long as the page is open.
      session.set(KEY, JSON.stringify(values))
    }
  }

  /** An alert's link brings them: `/alerts/<alert>/?topic=clicks`. What does not match its pattern is left out, and said. */
  private takeFromAddress() {
    for (const [key, value] of new URLSearchParams(location.search)) {
      const variable = this.variables.find(({ name }) => name.toLowerCase() === key.toLowerCase())
      if (!variable || value === '' || this.linked.has(variable.name)) continue
      const field = this.querySelector<HTMLInputElement>(`input[name="${CSS.escape(variable.name)}"]`)
      if (!field) continue
      const note = element('span', { className: 'small soft' }, ' from the link that you opened')
      field.parentElement?.append(note)
      if (this.accepts(field, variable, value)) this.linked.set(variable.name, { value, note })
      const details = this.querySelector('details')
      if (details) details.open = true
    }
  }

  /** A date of the rehearsal is never what is meant: today and yesterday are offered. */
  private suggestDates() {
    for (const list of this.querySelectorAll('datalist[data-dates]')) {
      const kind = list.getAttribute('data-dates') === 'month' ? 'month' : 'day'
      list.append(...datesBefore(Date.now(), kind).map((value) => element('option', { value })))
    }
  }
}

/** A field says itself what may be entered in it. */
function variableOf(field: HTMLInputElement): Variable {
  const { pattern, quote, value } = field.dataset
  return {
    name: field.name,
    summary: field.closest('label')?.querySelector('span')?.textContent ?? '',
    ...(field.placeholder !== '' && { example: field.placeholder }),
    ...(pattern !== undefined && { pattern }),
    ...((quote === 'sh' || quote === 'sql') && { quote }),
    ...(value !== undefined && { value }),
  }
}

/** What was entered, where storage takes nothing more; else another tab may have written something newer. */
const session = new Map<string, string>()

function entered(): Record<string, { value: string; at: number } | undefined> {
  try {
    const found = JSON.parse(session.get(KEY) ?? localStorage.getItem(KEY) ?? '{}') as Record<
      string,
      { value: string; at: number }
    >
    return Object.fromEntries(Object.entries(found).filter(([, { at }]) => at > Date.now() - BELIEVED_FOR))
  } catch {
    return {}
  }
}

/** The part of a block's text between two places, over whatever elements it spans. */
function rangeOf(block: HTMLElement, start: number, end: number): Range | undefined {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let passed = 0
  let isStarted = false
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent ?? ''
    if (!isStarted && start < passed + length) {
      range.setStart(node, start - passed)
      isStarted = true
    }
    if (end <= passed + length) {
      range.setEnd(node, end - passed)
      return range
    }
    passed += length
  }
  return undefined
}

customElements.define('page-values', PageValues)
