import type { Change, Stretch } from '../calendar/changes/change.ts'
import { fileOf, spanText } from '../calendar/changes/file.ts'
import { newFileUrl } from '../calendar/changes/forge.ts'
import {
  coverPartners,
  leavePartners,
  swapPartners,
  turnsOf,
  type Partner,
} from '../calendar/changes/partners.ts'
import { propose, type Proposal, type Situation } from '../calendar/changes/propose.ts'
import type { ChangeData } from '../calendar/views/change-data.ts'
import { createCalendar, fromTable } from '../oncall/index.ts'
import { element } from './dom.ts'
import { wallTime } from './zoned-time.ts'

/** Plans a swap, a cover or a leave as it is typed, and leads to the forge's page for the file that it is. */
class RotaChange extends HTMLElement {
  #data!: ChangeData
  #situation!: Situation
  #form!: HTMLFormElement
  #result!: HTMLElement
  /** Of several answers at once, the last one counts. */
  #turn = 0

  connectedCallback() {
    const text = this.querySelector('script')?.textContent
    const form = this.querySelector('form')
    const result = this.querySelector<HTMLElement>('.change-result')
    if (!text || !form || !result) return
    // The page's own build wrote it, from the type of the same name.
    this.#data = JSON.parse(text) as ChangeData
    this.#form = form
    this.#result = result
    const { rota, years, holidays } = this.#data
    const source = fromTable(holidays)
    this.#situation = {
      rota,
      holidays: source,
      years,
      today: wallTime(Date.now(), rota.timeZone).date,
      calendar: createCalendar(rota, source),
    }
    form.hidden = false
    this.#fromAddress()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
    })
    form.addEventListener('change', ({ target }) => {
      const { name } = target as HTMLInputElement
      if (name === 'kind' || name === 'engineer') this.#listTurns()
      if (name === 'turn') this.#clearDays()
      this.#update()
    })
    this.#update()
  }

  #field(name: string): string {
    const value = new FormData(this.#form).get(name)
    return typeof value === 'string' ? value : ''
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

  /** `?engineer=engineer-a&from=2027-01-04`: an engineer's page leads to the turn that was tapped. */
  #fromAddress(): void {
    const asked = new URLSearchParams(location.search)
    const engineer = asked.get('engineer')
    if (engineer !== null && this.#data.rota.rotation.includes(engineer)) this.#set('engineer', engineer)
    const kind = asked.get('kind')
    if (kind !== null && ['swap', 'give', 'take', 'leave'].includes(kind)) this.#set('kind', kind)
    this.#listTurns()
    const from = asked.get('from')
    const turn = this.#turns().find((each) => each.from === from)
    if (turn) this.#set('turn', valueOf(turn))
  }

  #name = (id: string): string => this.#data.rota.engineers[id]?.name ?? id

  #turns(): Stretch[] {
    const me = this.#field('engineer')
    const people = this.#field('kind') === 'take' ? this.#data.rota.rotation.filter((id) => id !== me) : [me]
    return people.flatMap((id) => turnsOf(this.#situation, id)).sort((a, b) => (a.from < b.from ? -1 : 1))
  }

  #listTurns(): void {
    const select = this.#form.elements.namedItem('turn')
    if (!(select instanceof HTMLSelectElement)) return
    const isMine = this.#field('kind') !== 'take'
    select.replaceChildren(
      ...this.#turns().map((turn) => {
        const whose = isMine ? '' : `, ${this.#name(turn.engineer)}`
        return element(
          'option',
          { value: valueOf(turn) },
          `${spanText(turn)} ${turn.from.slice(0, 4)}${whose}`,
        )
      }),
    )
    this.#clearDays()
  }

  #clearDays(): void {
    for (const name of ['from', 'to', 'fromTime', 'toTime']) this.#set(name, '')
  }

  #update(): void {
    const kind = this.#field('kind')
    for (const part of this.#form.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset['for']?.split(' ').includes(kind)
    this.#result.replaceChildren(element('p', { className: 'soft' }, 'Working it out…'))
    const turn = ++this.#turn
    // The page shows what was chosen before it plans, which takes a phone a moment.
    setTimeout(() => {
      if (turn === this.#turn) this.#show(kind)
    }, 30)
  }

  /** The days or hours that the form names: the turn, or a part of it. */
  #stretch(): Stretch | undefined {
    const [from, to, engineer] = this.#field('turn').split(' ')
    if (from === undefined || to === undefined || engineer === undefined) return undefined
    const first = this.#field('from') || from
    const last = this.#field('to') || (this.#field('from') && !this.#field('toTime') ? first : to)
    const [start, end] = [this.#field('fromTime'), this.#field('toTime')]
    const hasTimes = start !== '' && end !== '' && this.#field('kind') !== 'swap'
    if (!hasTimes) return { from: first, to: last, engineer }
    return { from: `${first}T${start}`, to: `${this.#field('to') || first}T${end}`, engineer }
  }

  #show(kind: string): void {
    const me = this.#field('engineer')
    if (kind === 'leave') {
      const [from, to] = [this.#field('leaveFrom'), this.#field('leaveTo')]
      if (from === '' || to === '') {
        this.#say('Say the first and the last day.')
        return
      }
      const partners = leavePartners(this.#situation, { engineer: me, from, to })
      if (partners.length > 0) this.#offer('Who takes the announced days?', partners)
      else this.#showOne({ kind: 'leave', engineer: me, from, to, stretches: [] })
      return
    }
    const stretch = this.#stretch()
    if (!stretch) {
      this.#say('There is no turn ahead.')
      return
    }
    if (kind === 'take') {
      this.#showOne({ kind: 'cover', stretch: { ...stretch, engineer: me } })
      return
    }
    const partners =
      kind === 'swap' ? swapPartners(this.#situation, stretch) : coverPartners(this.#situation, stretch)
    if (partners.length > 0) this.#offer('Who can? The fairest first:', partners)
    else this.#say('Nobody can: whoever is there is away, or on call, on those days.')
  }

  #say(text: string): void {
    this.#result.replaceChildren(element('p', {}, text))
  }

  #showOne(change: Change): void {
    this.#result.replaceChildren(...this.#outcome(change, propose(this.#situation, change)))
  }

  #offer(question: string, partners: readonly Partner[]): void {
    const outcome = element('div', { className: 'stack' })
    const buttons = partners.map((partner) => {
      const button = element(
        'button',
        { type: 'button' },
        element('strong', {}, this.#name(partner.engineer)),
        element('span', { className: 'small' }, partner.reasons.join('; ')),
      )
      button.addEventListener('click', () => {
        choose(partner, button)
      })
      return button
    })
    const choose = (partner: Partner, button: HTMLElement) => {
      for (const each of buttons) each.ariaPressed = String(each === button)
      outcome.replaceChildren(...this.#outcome(partner.change, partner.proposal()))
    }
    this.#result.replaceChildren(
      element('h2', {}, question),
      element('div', { className: 'partners' }, ...buttons),
      outcome,
    )
    const [first, button] = [partners[0], buttons[0]]
    if (first && button) choose(first, button)
  }

  #outcome(change: Change, { problems, warnings, effects, notice }: Proposal): Node[] {
    const list = (texts: readonly string[]) =>
      element('ul', {}, ...texts.map((text) => element('li', {}, text)))
    const sentence = ({ message, hint }: { message: string; hint: string }) => `${message}. ${hint}`
    if (problems.length > 0) return [element('h2', {}, 'This is not allowed'), list(problems.map(sentence))]
    const { forge, rota, taken } = this.#data
    const file = fileOf(rota.id, change, this.#name, taken[change.kind === 'leave' ? 'leave' : 'overrides'])
    const path = [forge?.content ?? 'content', file.folder, file.name].filter((part) => part !== '').join('/')
    const shown = [
      element('p', {}, 'The file ', element('code', {}, path), ':'),
      element('pre', {}, element('code', {}, file.text)),
    ]
    return [
      element('h2', {}, 'What it does'),
      list([...effects, notice]),
      ...(warnings.length > 0
        ? [element('p', {}, element('strong', {}, 'The check will warn:')), list(warnings.map(sentence))]
        : []),
      ...(forge
        ? [
            element(
              'p',
              {},
              element(
                'a',
                { className: 'button', href: newFileUrl(forge, file), rel: 'noopener' },
                `Open the ${forge.kind === 'gitlab' ? 'merge' : 'pull'} request`,
              ),
            ),
            element('details', {}, element('summary', {}, 'The file that it writes'), ...shown),
          ]
        : [
            ...shown,
            element(
              'p',
              {},
              'Save it in the content folder, run ',
              element('code', {}, 'npm run check'),
              ', and commit it.',
            ),
          ]),
    ]
  }
}

const valueOf = ({ from, to, engineer }: Stretch) => `${from} ${to} ${engineer}`

customElements.define('rota-change', RotaChange)
