import { longDate } from '../text/dates.ts'
import { element } from './dom.ts'
import {
  allIncidents,
  currentIncident,
  isKept,
  isOld,
  openIncident,
  update,
  type Incident,
} from './incident/store.ts'
import { stepKey } from './incident/step-key.ts'
import { readerTime } from './zoned-time.ts'

interface Step {
  key: string
  box: HTMLInputElement
  label: string
  /** Where the step is. */
  anchor: string
}

/** Steps that can be ticked off: a step's heading, a numbered line, a line of a task list. Ticks belong to an incident. */
class TickableSteps extends HTMLElement {
  private readonly steps: Step[] = []
  private readonly taken = new Set<string>()
  private readonly note = element('p', { className: 'ticks-note small no-print', hidden: true })

  connectedCallback() {
    this.addBoxes()
    const [first] = this.steps
    if (!first) return
    const place = first.box.closest('h3, ol, ul')
    place?.before(this.note)
    this.addEventListener('change', ({ target }) => {
      const step = this.steps.find(({ box }) => box === target)
      if (step) this.tick(step)
    })
    document.addEventListener('incident', () => {
      this.show()
    })
    this.show()
  }

  private addBoxes() {
    let section = ''
    let name = ''
    const isIssue = this.dataset['steps'] === 'issue'
    // "How the data flows" explains, and nobody walks it.
    const isWalked = () =>
      !/^(?:how|why|what)-/.test(section) &&
      (!isIssue || !['symptoms', 'prevent', 'background'].includes(section))
    for (const child of this.querySelectorAll<HTMLElement>(
      ':scope > :is(h2, h3, ol), :scope > details > ol',
    )) {
      if (child.tagName === 'OL') {
        if (!isWalked()) continue
        for (const [place, line] of [...child.children].entries()) {
          if (!(line instanceof HTMLElement) || line.querySelector(':scope > input')) continue
          line.classList.add('step')
          const label = name === '' ? `step ${String(place + 1)}` : `${name}, step ${String(place + 1)}`
          line.prepend(this.box(section, line.textContent, label, child.id || section))
        }
        continue
      }
      name = child.textContent
      if (child.tagName === 'H2') section = child.id
      else if (child.classList.contains('step-head')) child.prepend(this.box(child.id, name, name, child.id))
    }
    for (const box of this.querySelectorAll<HTMLInputElement>('li > input[disabled]')) {
      const text = box.parentElement?.textContent.trim() ?? ''
      box.disabled = false
      box.ariaLabel = text
      this.steps.push({ key: stepKey('task', text, this.taken), box, label: text, anchor: section })
    }
  }

  private box(section: string, text: string, label: string, anchor: string): HTMLElement {
    const box = element('input', { type: 'checkbox', ariaLabel: `Done: ${label}` })
    this.steps.push({ key: stepKey(section, text, this.taken), box, label, anchor })
    return element('label', { className: 'tick' }, box)
  }

  private show() {
    const incident = currentIncident()
    const isShown = incident !== undefined && !isOld(incident, Date.now())
    const done = isShown ? (incident.pages[location.pathname]?.done ?? {}) : {}
    for (const { key, box } of this.steps) box.checked = Boolean(done[key])
    this.remark(isShown ? undefined : this.lastTicked())
  }

  /** The last incident in which something was ticked on this page. */
  private lastTicked(): Incident | undefined {
    return allIncidents().find(({ pages }) =>
      Object.values(pages[location.pathname]?.done ?? {}).some(Boolean),
    )
  }

  /** Ticks of another day are offered with their date, and never shown as done. */
  private remark(before: Incident | undefined) {
    this.note.replaceChildren()
    if (!isKept()) this.note.append('This browser keeps nothing: ticks are lost when the page is closed.')
    if (before) {
      const count = Object.values(before.pages[location.pathname]?.done ?? {}).filter(Boolean).length
      const { date, time } = readerTime(before.started ?? before.opened)
      const go = element('button', { type: 'button', className: 'link' }, 'Continue with them')
      go.addEventListener('click', () => {
        void import('./incident/resume.ts').then(({ resume }) => {
          resume(before.id)
        })
      })
      this.note.append(
        `You ticked ${String(count)} ${count === 1 ? 'step' : 'steps'} in the incident of ${longDate(date)} ${time} (your time). `,
        go,
        ', or tick a step to start again.',
      )
    }
    this.note.hidden = this.note.childNodes.length === 0
  }

  private tick(step: Step) {
    const { pathname } = location
    const title = document.querySelector('h1')?.textContent.trim() ?? document.title
    // Opening an incident draws the boxes again.
    const isChecked = step.box.checked
    let incident = currentIncident()
    if (!incident || isOld(incident, Date.now())) incident = openIncident(pathname, title)
    const next = this.steps[this.steps.indexOf(step) + 1]
    update(incident.id, (kept) => {
      const page = (kept.pages[pathname] ??= { title, total: 0, done: {} })
      page.total = this.steps.length
      page.done[step.key] = isChecked ? Date.now() : 0
      kept.at = `${pathname}#${(isChecked && next ? next : step).anchor}`
      if (isChecked && next) kept.next = next.label
      else delete kept.next
    })
  }
}

export function makeTickable(): void {
  customElements.define('tickable-steps', TickableSteps)
}
