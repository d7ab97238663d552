import { element } from './dom.ts'
import { forgetOldTicks, readTicks, writeTicks } from './ticks.ts'

/** Only these sections of an issue are walked through; a numbered list elsewhere tells how something works. */
const WALKED = new Set(['diagnose', 'fix', 'verify', 'escalate'])

/** Steps that can be ticked off: a step's heading, a numbered line, a line of a task list. */
class TickableSteps extends HTMLElement {
  private readonly boxes = new Map<string, HTMLInputElement>()
  private readonly clear = element('button', { type: 'button', className: 'small' }, 'Clear the ticks')

  connectedCallback() {
    this.addBoxes()
    if (this.boxes.size === 0) return
    this.append(element('p', { className: 'no-print' }, this.clear))
    this.addEventListener('change', () => {
      this.save()
    })
    this.clear.addEventListener('click', () => {
      for (const box of this.boxes.values()) box.checked = false
      this.save()
    })
    document.addEventListener('incident', () => {
      this.show()
    })
    forgetOldTicks()
    this.show()
  }

  private addBoxes() {
    let section = ''
    let name = ''
    for (const child of [...this.children]) {
      if (child.tagName === 'H2' || child.tagName === 'H3') {
        name = child.textContent
        if (child.tagName === 'H2') section = child.id
        else if (WALKED.has(section)) child.after(this.headingBox(child.id, name))
      } else if (child.tagName === 'OL' && WALKED.has(section)) {
        for (const [place, step] of [...child.children].entries()) {
          step.classList.add('step')
          step.prepend(this.box(`${name} ${String(place + 1)}`, `${name}, step ${String(place + 1)}`))
        }
      }
    }
    for (const [place, box] of this.querySelectorAll<HTMLInputElement>('li > input[disabled]').entries()) {
      box.disabled = false
      box.ariaLabel = box.parentElement?.textContent.trim() ?? ''
      this.boxes.set(`task ${String(place)}`, box)
    }
  }

  private box(key: string, label: string): HTMLInputElement {
    const box = element('input', { type: 'checkbox', className: 'tick', ariaLabel: `Done: ${label}` })
    this.boxes.set(key, box)
    return box
  }

  private headingBox(key: string, heading: string): HTMLElement {
    const box = element('input', { type: 'checkbox', ariaLabel: `Done: ${heading}` })
    this.boxes.set(key, box)
    return element('label', { className: 'step-done no-print' }, box, 'Done')
  }

  /** Ticks belong to one incident: the page and the "started at" of its address. Without a start, to the incident at hand. */
  private get incident(): string {
    return `${location.pathname} ${new URLSearchParams(location.search).get('started') ?? ''}`
  }

  private show() {
    const done = readTicks(this.incident)
    for (const [key, box] of this.boxes) box.checked = done.has(key)
    this.clear.hidden = done.size === 0
  }

  private save() {
    const done = [...this.boxes].filter(([, box]) => box.checked).map(([key]) => key)
    writeTicks(this.incident, done)
    this.clear.hidden = done.length === 0
  }
}

customElements.define('tickable-steps', TickableSteps)
