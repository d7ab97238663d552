import { element } from '../../client/dom.ts'
import { readAddress, writeAddress, type Asked } from '../engine/address.ts'
import { PAUSE, type Answer, type Engine } from '../engine/engine.ts'
import { FACETS, countFacet, loadFacets, narrow, type FacetIndex } from '../engine/facets.ts'
import { loadEngine } from './load.ts'
import { newIssueUrl, type NewIssueEditor } from '../engine/new-issue.ts'
import { notesOf } from '../engine/notes.ts'
import { noteNodes, renderResult } from './render.ts'
import { present, resultsOf, type Result } from '../engine/results.ts'

/** Results shown at a time, and how many of them before the others are ready. */
const PAGE = 10
const AT_ONCE = 3

/** The search page: query and filters in the address, results as links, best first; an empty query lists all issues. */
class SearchPage extends HTMLElement {
  #asked: Asked = readAddress(new URL(location.href))
  /** Grows with every search: an answer that is not the last one's is thrown away. */
  #search = 0
  /** The address that the back button leads to; typing replaces it, Enter and filters add to the history. */
  #committed = location.href
  #facets: FacetIndex | undefined
  #timer = 0

  connectedCallback() {
    const { field, filters, form } = this.#parts()
    field.value = this.#asked.text
    form.hidden = false
    filters.open = matchMedia('(width >= 56rem)').matches
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
      this.#committed = location.href
      this.#asked = readAddress(new URL(location.href))
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
    void this.#run()
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
      results: part<HTMLElement>('[data-results]'),
      more: part<HTMLButtonElement>('[data-more]'),
      facets: part<HTMLElement>('[data-facets]'),
      filters: part<HTMLDetailsElement>('.search-facets'),
      miss: part<HTMLElement>('[data-miss]'),
    }
  }

  /** As tall as its text, up to some lines. */
  #fit() {
    const { field } = this.#parts()
    field.rows = Math.min(8, field.value.slice(0, 2000).split('\n').length)
  }

  #ask(asked: Asked, history: 'push' | 'replace') {
    this.#asked = asked
    const address = writeAddress(new URL(location.href), asked).href
    if (history === 'replace') window.history.replaceState(null, '', address)
    else if (address !== this.#committed) {
      window.history.replaceState(null, '', this.#committed)
      window.history.pushState(null, '', address)
      this.#committed = address
    }
    void this.#run()
  }

  async #run() {
    const search = ++this.#search
    const current = () => search === this.#search
    this.toggleAttribute('busy', true)
    try {
      const engine = await loadEngine()
      const { text, choice: asked } = this.#asked
      const empty = text.trim() === ''
      const answer = empty ? undefined : await engine.search(text)
      const all = answer ? resultsOf(answer) : await this.#everything(engine)
      const facets = (this.#facets ??= await loadFacets(engine.pagefind))
      const choice = empty && !asked.kind ? { ...asked, kind: ['issue'] } : asked
      const narrowed = narrow(all, choice, facets)
      const first = await this.#items(narrowed.slice(0, AT_ONCE), engine)
      if (!current()) return
      this.#replaceResults(first)
      this.#remark(answer, this.#summary(narrowed.length, all.length, empty))
      this.#drawFacets(this.#facetForms(all, choice, facets))
      await this.#showMore(narrowed, engine, current)
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
  async #showMore(narrowed: readonly Result[], engine: Engine, current: () => boolean) {
    const { results, more } = this.#parts()
    const fill = async (until: number) => {
      const items = await this.#items(narrowed.slice(results.children.length, until), engine)
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

  #items(results: readonly Result[], engine: Engine): Promise<HTMLLIElement[]> {
    return Promise.all(results.map(async (result) => renderResult(await result.load(engine), result.hit)))
  }

  #remark(answer: Answer | undefined, summary: string) {
    const { status, notes, miss } = this.#parts()
    status.textContent = summary
    notes.replaceChildren(...(answer ? [...noteNodes(notesOf(answer)), ...this.#original(answer)] : []))
    miss.replaceChildren(...this.#miss(answer))
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
  async #everything({ pagefind }: Engine): Promise<Result[]> {
    const { results } = await pagefind.search(null, { sort: { order: 'asc' } })
    return results.map(({ id, data }) => ({
      id,
      load: async () => ({ ...present(await data()), sub_results: [], excerpt: '' }),
    }))
  }

  #summary(shown: number, all: number, empty: boolean): string {
    const kinds = this.#asked.choice.kind
    const noun = empty && !kinds ? 'issue' : 'page'
    const count = `${String(shown)} ${noun}${shown === 1 ? '' : 's'}`
    if (empty) return noun === 'issue' ? `${count}, worst first` : count
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
    if (!answer || answer.confident || editor === undefined) return []
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

  #facetForms(all: readonly Result[], choice: Asked['choice'], facets: FacetIndex): HTMLElement[] {
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
              ` ${value} `,
              element('span', { className: 'soft' }, String(count)),
            )
          }),
        ),
      ]
    })
  }

  /** The filter that was just used: it is drawn anew, and must not lose the keyboard. */
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
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-results] .result-link')]
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

customElements.define('search-page', SearchPage)
