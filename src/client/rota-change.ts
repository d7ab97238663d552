import type { Change, Stretch } from '../calendar/changes/change.ts'
import { fileOf, spanText } from '../calendar/changes/file.ts'
import { newFileUrl } from '../calendar/changes/forge.ts'
import type { Proposal } from '../calendar/changes/propose.ts'
import type { ChangeData } from '../calendar/views/change-data.ts'
import { startPlanner, type Ask } from './ask-planner.ts'
import type { OfferedPartner } from './change-questions.ts'
import { element } from './dom.ts'
import { wallTime } from './zoned-time.ts'

interface Waiting {
  /** Whether the turns are others now. */
  isOther: boolean
  /** The first day of the turn that was asked for. */
  from: string | undefined
}

/** Plans a swap, a cover or a leave as it is typed, and leads to the forge's page for the file that it is. */
class RotaChange extends HTMLElement {
  #data!: ChangeData
  #ask!: Ask
  /** Fails where the planner could not start: then nothing can be planned. */
  #started!: Promise<unknown>
  /** The turns that can be chosen from. */
  #turns: Stretch[] = []
  #form!: HTMLFormElement
  #result!: HTMLElement
  #isAsking = false
  /** What was changed while the planner works. */
  #waiting: Waiting | undefined

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
    const from = this.#fromAddress()
    const today = wallTime(Date.now(), rota.timeZone).date
    try {
      this.#ask = startPlanner()
    } catch (error) {
      this.#fail(error)
      return
    }
    this.#started = this.#ask('start', { rota, years, holidays, today })
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
    })
    form.addEventListener('change', ({ target }) => {
      const { name } = target as HTMLInputElement
      // Days belong to a turn: those of another one mean nothing.
      if (['kind', 'engineer', 'turn'].includes(name)) this.#clearDays()
      void this.#update(name === 'kind' || name === 'engineer')
    })
    void this.#update(true, from)
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
  #fromAddress(): string | undefined {
    const asked = new URLSearchParams(location.search)
    const engineer = asked.get('engineer')
    if (engineer !== null && this.#data.rota.rotation.includes(engineer)) this.#set('engineer', engineer)
    const kind = asked.get('kind')
    if (kind !== null && ['swap', 'give', 'take', 'leave'].includes(kind)) this.#set('kind', kind)
    return asked.get('from') ?? undefined
  }

  #name = (id: string): string => this.#data.rota.engineers[id]?.name ?? id

  /** @param from the first day of the turn that is chosen, where one was asked for */
  async #listTurns(from?: string): Promise<void> {
    const select = this.#form.elements.namedItem('turn')
    if (!(select instanceof HTMLSelectElement)) return
    const me = this.#field('engineer')
    const isMine = this.#field('kind') !== 'take'
    const engineers = isMine ? [me] : this.#data.rota.rotation.filter((id) => id !== me)
    this.#turns = await this.#ask('turns', { engineers })
    // Somebody may have chosen otherwise meanwhile: that answer is on its way.
    if (me !== this.#field('engineer') || isMine !== (this.#field('kind') !== 'take')) return
    select.replaceChildren(
      ...this.#turns.map((turn) => {
        const whose = isMine ? '' : `, ${this.#name(turn.engineer)}`
        return element(
          'option',
          { value: valueOf(turn) },
          `${spanText(turn)} ${turn.from.slice(0, 4)}${whose}`,
        )
      }),
    )
    const turn = this.#turns.find((each) => each.from === from)
    if (turn) this.#set('turn', valueOf(turn))
  }

  #clearDays(): void {
    for (const name of ['from', 'to', 'fromTime', 'toTime']) this.#set(name, '')
  }

  /** One question at a time: what is typed meanwhile waits, and of that only the last counts. */
  async #update(isOther: boolean, from?: string): Promise<void> {
    const kind = this.#field('kind')
    for (const part of this.#form.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset['for']?.split(' ').includes(kind)
    this.#result.replaceChildren(...workingItOut())
    const waiting = this.#waiting
    this.#waiting = { isOther: isOther || waiting?.isOther === true, from: from ?? waiting?.from }
    if (this.#isAsking) return
    this.#isAsking = true
    try {
      while (this.#waiting) {
        const next: Waiting = this.#waiting
        this.#waiting = undefined
        await this.#answerTo(next)
      }
    } finally {
      this.#isAsking = false
    }
  }

  async #answerTo({ isOther, from }: Waiting): Promise<void> {
    try {
      await this.#started
      if (isOther) await this.#listTurns(from)
      if (this.#waiting) return
      const shown = await this.#answer(this.#field('kind'))
      if (!this.#waiting) this.#result.replaceChildren(...shown)
    } catch (error) {
      if (!this.#waiting) this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    this.#result.replaceChildren(
      element(
        'p',
        {},
        `This page could not plan the change: ${reason}. Load it again, or use the command line.`,
      ),
    )
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
    return {
      from: `${first}T${start}`,
      to: `${this.#field('to') || first}T${end}`,
      engineer,
    }
  }

  async #answer(kind: string): Promise<Node[]> {
    const me = this.#field('engineer')
    if (kind === 'leave') {
      const [from, to] = [this.#field('leaveFrom'), this.#field('leaveTo')]
      if (from === '' || to === '') return say('Say the first and the last day.')
      const partners = await this.#ask('leave', { engineer: me, from, to })
      if (partners.length > 0) return this.#offer('Who takes the announced days?', partners)
      return this.#propose({
        kind: 'leave',
        engineer: me,
        from,
        to,
        stretches: [],
      })
    }
    const stretch = this.#stretch()
    if (!stretch) return say('There is no turn ahead.')
    if (kind === 'take')
      return this.#propose({
        kind: 'cover',
        stretch: { ...stretch, engineer: me },
      })
    const partners = await (kind === 'swap'
      ? this.#ask('swap', { stretch })
      : this.#ask('cover', { stretch }))
    if (partners.length > 0) return this.#offer('Who can? The fairest first:', partners)
    return say('Nobody can: whoever is there is away, or on call, on those days.')
  }

  async #propose(change: Change): Promise<Node[]> {
    return this.#outcome(change, await this.#ask('propose', { change }))
  }

  async #offer(question: string, partners: readonly OfferedPartner[]): Promise<Node[]> {
    const outcome = element('div', { className: 'stack' })
    const buttons = partners.map((partner) => {
      const button = element(
        'button',
        { type: 'button' },
        element('strong', {}, this.#name(partner.engineer)),
        element('span', { className: 'small' }, partner.reasons.join('; ')),
      )
      button.addEventListener('click', () => {
        choose(partner, button).catch((error: unknown) => {
          if (outcome.isConnected && button.ariaPressed === 'true') this.#fail(error)
        })
      })
      return button
    })
    const choose = async (partner: OfferedPartner, button: HTMLElement) => {
      for (const each of buttons) each.ariaPressed = String(each === button)
      // The link of whoever was chosen before would open their pull request.
      outcome.replaceChildren(...workingItOut())
      const shown = await this.#propose(partner.change)
      // Of several taps, the last one counts.
      if (button.ariaPressed === 'true') outcome.replaceChildren(...shown)
    }
    const [first, button] = [partners[0], buttons[0]]
    if (first && button) await choose(first, button)
    return [element('h2', {}, question), element('div', { className: 'partners' }, ...buttons), outcome]
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
                {
                  className: 'button',
                  href: newFileUrl(forge, file),
                  rel: 'noopener',
                },
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

const workingItOut = (): Node[] => [element('p', { className: 'soft' }, 'Working it out…')]

const say = (text: string): Node[] => [element('p', {}, text)]

const valueOf = ({ from, to, engineer }: Stretch) => `${from} ${to} ${engineer}`

customElements.define('rota-change', RotaChange)
