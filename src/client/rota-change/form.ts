import type { Stretch } from '../../calendar/changes/change.ts'
import { element } from '../dom.ts'

/** A turn that can be chosen, and how it is called. */
interface NamedTurn {
  turn: Stretch
  label: string
}

const KINDS = ['swap', 'give', 'take', 'leave']

const valueOf = ({ from, to, engineer }: Stretch) => `${from} ${to} ${engineer}`

/** The form of the page of a change: what was chosen and typed in it. */
export class ChangeForm {
  readonly #form: HTMLFormElement

  constructor(form: HTMLFormElement) {
    this.#form = form
  }

  /** What a field holds; the empty string where nothing was typed or chosen. */
  field(name: string): string {
    const value = new FormData(this.#form).get(name)
    return typeof value === 'string' ? value : ''
  }

  /**
   * Chooses what an address asks for: `?engineer=engineer-a&from=2027-01-04`, from an engineer's page, leads to the turn
   * that was tapped.
   *
   * @returns the first day of the turn that is asked for
   */
  fillFrom(asked: URLSearchParams, engineers: readonly string[]): string | undefined {
    const engineer = asked.get('engineer')
    if (engineer !== null && engineers.includes(engineer)) this.#set('engineer', engineer)
    const kind = asked.get('kind')
    if (kind !== null && KINDS.includes(kind)) this.#set('kind', kind)
    return asked.get('from') ?? undefined
  }

  /** Shows the fields that a kind of change has. */
  showPartsOf(kind: string): void {
    for (const part of this.#form.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset['for']?.split(' ').includes(kind)
  }

  /** @param from the first day of the turn that is chosen, where one was asked for */
  listTurns(turns: readonly NamedTurn[], from?: string): void {
    const select = this.#form.elements.namedItem('turn')
    if (!(select instanceof HTMLSelectElement)) return
    select.replaceChildren(
      ...turns.map(({ turn, label }) => element('option', { value: valueOf(turn) }, label)),
    )
    const asked = turns.find(({ turn }) => turn.from === from)
    if (asked) this.#set('turn', valueOf(asked.turn))
  }

  clearDays(): void {
    for (const name of ['from', 'to', 'fromTime', 'toTime']) this.#set(name, '')
  }

  /** The days or hours that the form names: the turn, or a part of it. */
  stretch(): Stretch | undefined {
    const [from, to, engineer] = this.field('turn').split(' ')
    if (from === undefined || to === undefined || engineer === undefined) return undefined
    const first = this.field('from') || from
    const last = this.field('to') || (this.field('from') && !this.field('toTime') ? first : to)
    const [start, end] = [this.field('fromTime'), this.field('toTime')]
    const hasTimes = start !== '' && end !== '' && this.field('kind') !== 'swap'
    if (!hasTimes) return { from: first, to: last, engineer }
    return { from: `${first}T${start}`, to: `${this.field('to') || first}T${end}`, engineer }
  }

  #set(name: string, value: string): void {
    const field = this.#form.elements.namedItem(name)
    if (
      field instanceof RadioNodeList ||
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement
    )
      field.value = value
  }
}
