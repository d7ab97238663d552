import type { Change } from '../../calendar/changes/change.ts'
import { spanText } from '../../calendar/changes/file.ts'
import type { ChangeData } from '../../calendar/views/change-data.ts'
import { startPlanner, type Ask } from './ask-planner.ts'
import { element } from '../dom.ts'
import { ChangeForm } from './form.ts'
import { outcome, say, workingItOut } from './outcome.ts'
import type { OfferedPartner } from './questions.ts'
import { wallTime } from '../zoned-time.ts'

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
  #form!: ChangeForm
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
    this.#form = new ChangeForm(form)
    this.#result = result
    const { rota, years, holidays } = this.#data
    const from = this.#form.fillFrom(new URLSearchParams(location.search), rota.rotation)
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
      if (['kind', 'engineer', 'turn'].includes(name)) this.#form.clearDays()
      void this.#update(name === 'kind' || name === 'engineer')
    })
    void this.#update(true, from)
  }

  #name = (id: string): string => this.#data.rota.engineers[id]?.name ?? id

  /** @param from the first day of the turn that is chosen, where one was asked for */
  async #listTurns(from?: string): Promise<void> {
    const me = this.#form.field('engineer')
    const isMine = this.#form.field('kind') !== 'take'
    const engineers = isMine ? [me] : this.#data.rota.rotation.filter((id) => id !== me)
    const found = await this.#ask('turns', { engineers })
    // Somebody may have chosen otherwise meanwhile: that answer is on its way.
    if (me !== this.#form.field('engineer') || isMine !== (this.#form.field('kind') !== 'take')) return
    const turns = found.map((turn) => ({
      turn,
      label: `${spanText(turn)} ${turn.from.slice(0, 4)}${isMine ? '' : `, ${this.#name(turn.engineer)}`}`,
    }))
    this.#form.listTurns(turns, from)
  }

  /** One question at a time: what is typed meanwhile waits, and of that only the last counts. */
  async #update(isOther: boolean, from?: string): Promise<void> {
    const kind = this.#form.field('kind')
    this.#form.showPartsOf(kind)
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
      const shown = await this.#answer(this.#form.field('kind'))
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

  async #answer(kind: string): Promise<Node[]> {
    const me = this.#form.field('engineer')
    if (kind === 'leave') {
      const [from, to] = [this.#form.field('leaveFrom'), this.#form.field('leaveTo')]
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
    const stretch = this.#form.stretch()
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
    return outcome(this.#data, this.#name, change, await this.#ask('propose', { change }))
  }

  async #offer(question: string, partners: readonly OfferedPartner[]): Promise<Node[]> {
    const place = element('div', { className: 'stack' })
    const buttons = partners.map((partner) => {
      const button = element(
        'button',
        { type: 'button' },
        element('strong', {}, this.#name(partner.engineer)),
        element('span', { className: 'small' }, partner.reasons.join('; ')),
      )
      button.addEventListener('click', () => {
        choose(partner, button).catch((error: unknown) => {
          if (place.isConnected && button.ariaPressed === 'true') this.#fail(error)
        })
      })
      return button
    })
    const choose = async (partner: OfferedPartner, button: HTMLElement) => {
      for (const each of buttons) each.ariaPressed = String(each === button)
      // The link of whoever was chosen before would open their pull request.
      place.replaceChildren(...workingItOut())
      const shown = await this.#propose(partner.change)
      // Of several taps, the last one counts.
      if (button.ariaPressed === 'true') place.replaceChildren(...shown)
    }
    const [first, button] = [partners[0], buttons[0]]
    if (first && button) await choose(first, button)
    return [element('h2', {}, question), element('div', { className: 'partners' }, ...buttons), place]
  }
}

customElements.define('rota-change', RotaChange)
