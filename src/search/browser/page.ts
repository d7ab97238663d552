import { element } from '../../client/dom.ts'
import { isForAddress, readAddress, writeAddress, type Asked } from '../engine/address.ts'
import { PAUSE, type Answer, type Engine, type Found } from '../engine/engine.ts'
import { FACETS, countFacet, facetIndex, isNarrowed, narrow, type FacetIndex } from '../engine/facets.ts'
import { directAnswers } from './direct-answers.ts'
import { keepText, keptText } from './kept-text.ts'
import { loadEngine } from './load.ts'
import { newIssueUrl, type NewIssueEditor } from '../engine/new-issue.ts'
import { notesOf } from '../engine/notes.ts'
import { isPasted, markPasted, watchPastes } from './pasted.ts'
import { noteNodes, resultOf } from './render.ts'

/** Results shown at a time, and how many of them before the others are ready. */
const PAGE = 10
const AT_ONCE = 3
/** The longest text that a link can carry. */
const MAX_LINK = 1500

/** The search page: query and filters in the address, results as links, best first; an empty query lists all issues. */
class SearchPage extends HTMLElement {
  #asked: Asked = askedHere()
  /** Grows with every search: an answer that is not the last one's is thrown away. */
  #search = 0
  /** The address that the back button leads to; typing replaces it, Enter and filters add to the history. */
  #committed = { address: location.href, state: history.state as unknown, text: '' }
  #facets: FacetIndex | undefined
  #timer = 0

  connectedCallback() {
    const { field, filters, form } = this.#parts()
    field.value = this.#asked.text
    form.classList.remove('waits')
    if (!isForAddress(field.value)) markPasted(field)
    watchPastes(field)
    filters.open = matchMedia('(width >= 56rem)').matches || isNarrowed(this.#asked.choice)
    filters.addEventListener('toggle', () => {
      if (filters.open) void this.#run()
    })
    this.#fit()
    field.addEventListener('input', () => {
      this.#fit()
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => {
        this.#ask({ ...this.#asked, text: field.value }, 'replace')
      }, PAUSE)
    })
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault()
        form.requestSubmit()
      }
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      clearTimeout(this.#timer)
      this.#ask({ ...this.#asked, text: field.value }, 'push')
    })
    this.addEventListener('keydown', (event) => {
      this.#moveFocus(event)
    })
    addEventListener('popstate', () => {
      this.#asked = askedHere()
      this.#committed = { address: location.href, state: history.state as unknown, text: this.#asked.text }
      field.value = this.#asked.text
      this.#fit()
      void this.#run()
    })
    // What is cut short because the reader goes on to another page is no failure.
    addEventListener('pagehide', () => {
      this.#search += 1
    })
    addEventListener('pageshow', (event) => {
      if (event.persisted) void this.#run()
    })
    // Whatever brought a text into the address that should not be in one: it goes no further.
    this.#ask(this.#asked, 'replace')
    this.#commit()
  }

  #parts() {
    const part = <T extends Element>(selector: string): T => {
      const found = this.querySelector<T>(selector)
      if (!found) throw new Error(`The search page lacks ${selector}`)
      return found
    }
    return {
      form: part<HTMLFormElement>('form'),
      field: part<HTMLTextAreaElement>('textarea'),
      status: part<HTMLElement>('[data-status]'),
      notes: part<HTMLElement>('[data-notes]'),
      answers: part<HTMLElement>('[data-answers]'),
      results: part<HTMLElement>('[data-results]'),
      more: part<HTMLButtonElement>('[data-more]'),
      facets: part<HTMLElement>('[data-facets]'),
      filters: part<HTMLDetailsElement>('.search-facets'),
      miss: part<HTMLElement>('[data-miss]'),
      closest: part<HTMLElement>('[data-closest]'),
      nothing: part<HTMLElement>('[data-nothing]'),
      copy: part<HTMLButtonElement>('[data-copy-link]'),
    }
  }

  /** As tall as its text, up to some lines. */
  #fit() {
    const { field } = this.#parts()
    field.rows = Math.min(8, field.value.slice(0, 2000).split('\n').length)
  }

  #ask(asked: Asked, how: 'push' | 'replace') {
    const { field } = this.#parts()
    this.#asked = { ...asked, isPasted: isPasted(field) }
    const address = writeAddress(new URL(location.href), this.#asked).href
    const state = keepText(asked.text, isPasted(field) || !isForAddress(asked.text))
    if (how === 'replace') history.replaceState(state, '', address)
    else if (address !== this.#committed.address || asked.text !== this.#committed.text) {
      history.replaceState(this.#committed.state, '', this.#committed.address)
      history.pushState(state, '', address)
      this.#commit()
    }
    void this.#run()
  }

  /** What Back leads to from now on. */
  #commit() {
    this.#committed = { address: location.href, state: history.state as unknown, text: this.#asked.text }
  }

  async #run() {
    const search = ++this.#search
    const current = () => search === this.#search
    this.toggleAttribute('busy', true)
    void directAnswers(this.#asked.text).then((lines) => {
      if (current()) this.#parts().answers.replaceChildren(...lines)
    })
    try {
      const engine = await loadEngine()
      const { text, choice: asked } = this.#asked
      const empty = text.trim() === ''
      const answer = empty ? undefined : await engine.search(text)
      const all = answer ? answer.found : await this.#everything(engine)
      const choice = empty && !asked.kind ? { ...asked, kind: ['issue'] } : asked
      const isOpen = this.#parts().filters.open
      const facets = isNarrowed(choice) ? await this.#facetIndex(engine) : undefined
      const narrowed = facets ? narrow(all, choice, facets) : all
      const items = (found: readonly Found[]) =>
        Promise.all(found.map((each) => resultOf(each, answer, engine)))
      const [first, closest] = await Promise.all([
        items(narrowed.slice(0, AT_ONCE)),
        items(answer?.closest ?? []),
      ])
      if (!current()) return
      this.#replaceResults(first)
      this.#parts().closest.replaceChildren(...closest)
      this.#remark(answer, this.#summary(narrowed.length, all.length, empty))
      await this.#showMore(narrowed, items, current)
      // Nobody waits for the filters: they come after the results, and not at all where they are closed.
      if (isOpen && current()) this.#drawFacets(this.#facetForms(all, choice, await this.#facetIndex(engine)))
    } catch (error) {
      if (!current()) return
      console.warn(error)
      this.#parts().status.textContent =
        'The search index could not be loaded. Try again, or look through the list of issues.'
    } finally {
      if (current()) {
        this.toggleAttribute('busy', false)
        this.dataset['answered'] = String(search)
      }
    }
  }

  /** Fills the list up to a page, and lets the reader ask for the next one. */
  async #showMore(
    narrowed: readonly Found[],
    make: (found: readonly Found[]) => Promise<HTMLLIElement[]>,
    current: () => boolean,
  ) {
    const { results, more } = this.#parts()
    const fill = async (until: number) => {
      const items = await make(narrowed.slice(results.children.length, until))
      if (!current()) return
      results.append(...items)
      const left = narrowed.length - results.children.length
      more.hidden = left === 0
      more.textContent = `Show more (${String(left)})`
      return items[0]
    }
    more.onclick = async () => (await fill(results.children.length + PAGE))?.querySelector('a')?.focus()
    await fill(PAGE)
  }

  /** The filters come when they are opened, or used in the address. */
  async #facetIndex({ store }: Engine): Promise<FacetIndex> {
    return (this.#facets ??= facetIndex(await store.facets()))
  }

  #remark(answer: Answer | undefined, summary: string) {
    const { status, notes, miss, nothing, copy } = this.#parts()
    const isNothing = answer !== undefined && answer.found.length === 0
    status.textContent = isNothing
      ? answer.closest.length > 0
        ? 'Nothing found. Closest:'
        : 'Nothing found.'
      : summary
    notes.replaceChildren(...(answer ? [...noteNodes(notesOf(answer)), ...this.#original(answer)] : []))
    miss.replaceChildren(...this.#miss(answer))
    nothing.hidden = !isNothing
    copy.hidden = answer === undefined || answer.query.length > MAX_LINK
    copy.onclick = () => void this.#copyLink(copy)
  }

  /** The reader’s own act puts a text into an address that would not go there by itself. */
  async #copyLink(button: HTMLButtonElement) {
    const address = writeAddress(new URL(location.href), { ...this.#asked, text: '' })
    address.searchParams.set('q', this.#asked.text.trim())
    await navigator.clipboard.writeText(address.href)
    button.textContent = 'Copied'
    setTimeout(() => (button.textContent = 'Copy link to this search'), 2000)
  }

  /** Keeps the keyboard where it is when results change under it. */
  #replaceResults(items: readonly HTMLElement[]) {
    const { field, results } = this.#parts()
    const links = () => [...results.querySelectorAll<HTMLAnchorElement>('.result-link')]
    const at = links().findIndex((link) => link === document.activeElement)
    results.replaceChildren(...items)
    if (at >= 0) (links()[at] ?? field).focus()
  }

  /** Every page, issues worst first: what an empty query lists. */
  async #everything({ store }: Engine): Promise<Found[]> {
    const { order } = await store.facets()
    return order.map((page) => ({
      page,
      id: store.ids[page] ?? '',
      score: 0,
      coverage: 0,
      share: 0,
      wording: 0,
      place: 'enough',
    }))
  }

  #summary(shown: number, all: number, empty: boolean): string {
    const kinds = this.#asked.choice.kind
    const isIssues = empty && !kinds
    const { one = 'issue', many = 'issues' } = this.dataset
    const noun = shown === 1 ? (isIssues ? one : 'page') : isIssues ? many : 'pages'
    const count = `${String(shown)} ${noun}`
    if (empty) return isIssues ? `${count}, worst first` : count
    return shown === all ? count : `${count} of ${String(all)}, narrowed by the filters`
  }

  /** Searching for exactly what was typed stays possible after a correction. */
  #original({ corrected, query }: Answer): HTMLElement[] {
    if (corrected.length === 0) return []
    const exact = element(
      'button',
      { type: 'button', className: 'link' },
      `Search for exactly “${query.trim()}”`,
    )
    exact.addEventListener('click', () => {
      const { field } = this.#parts()
      field.value = `"${query.trim().replaceAll('"', '')}"`
      this.#ask({ ...this.#asked, text: field.value }, 'push')
    })
    return [element('p', {}, exact)]
  }

  /** What is not found should be written down: the next one will search for it too. */
  #miss(answer: Answer | undefined): (Node | string)[] {
    const { editor } = this.dataset
    if (!answer || answer.found.length > 0 || editor === undefined) return []
    return [
      element(
        'a',
        { href: newIssueUrl(JSON.parse(editor) as NewIssueEditor, answer.query), rel: 'noopener' },
        `Write this ${this.dataset['one'] ?? 'issue'} down`,
      ),
      ': opens the repository’s editor with a template and the line of your text that names the fault. ',
      'Nothing is sent before you follow the link; look it over for names and keys before you save.',
    ]
  }

  #facetForms(all: readonly Found[], choice: Asked['choice'], facets: FacetIndex): HTMLElement[] {
    const called = JSON.parse(this.dataset['called'] ?? '{}') as Partial<Record<string, string>>
    return FACETS.flatMap((facet) => {
      const chosen = this.#asked.choice[facet] ?? []
      const counts = [...countFacet(facet, all, choice, facets)].filter(
        ([value, count]) => count > 0 || chosen.includes(value),
      )
      if (counts.length < 2 && chosen.length === 0) return []
      return [
        element(
          'fieldset',
          {},
          element('legend', {}, facet),
          ...counts.map(([value, count]) => {
            const box = element('input', {
              type: 'checkbox',
              name: facet,
              value,
              checked: chosen.includes(value),
            })
            box.addEventListener('change', () => {
              const values = box.checked ? [...chosen, value] : chosen.filter((each) => each !== value)
              this.#refocus = { facet, value }
              this.#ask({ ...this.#asked, choice: { ...this.#asked.choice, [facet]: values } }, 'push')
            })
            return element(
              'label',
              {},
              box,
              ` ${facet === 'kind' ? (called[value] ?? value) : value} `,
              element('span', { className: 'soft' }, String(count)),
            )
          }),
        ),
      ]
    })
  }

  /** The filter that was just used: it is drawn again, and must keep the focus. */
  #refocus: { facet: string; value: string } | undefined

  #drawFacets(forms: readonly HTMLElement[]) {
    const { facet, value } = this.#refocus ?? {}
    this.#refocus = undefined
    this.#parts().facets.replaceChildren(...forms)
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-facets] input')) {
      if (box.name === facet && box.value === value) box.focus()
    }
  }

  /** Arrow keys go from the field through the results and back. */
  #moveFocus(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const { field } = this.#parts()
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.results .result-link')]
    const at = links.findIndex((link) => link === document.activeElement)
    const inField = document.activeElement === field
    if ((!inField && at < 0) || (inField && field.rows > 1)) return
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1
    const target = next < 0 ? field : links[next]
    if (!target || (inField && event.key === 'ArrowUp')) return
    event.preventDefault()
    target.focus()
  }
}

/** What this place in the history asks for: its address, and what was kept of a text that is in none. */
function askedHere(): Asked {
  const asked = readAddress(new URL(location.href))
  return asked.text === '' ? { ...asked, text: keptText(history.state) ?? '' } : asked
}

customElements.define('search-page', SearchPage)
