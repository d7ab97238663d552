const FACETS = ['severity', 'runbook', 'component'] as const
/** More than a reader goes through, and than a phone shows at once. */
const MAX_SHOWN = 100

/** An issue as the list of all of them has it, worst first; its components are one text, with blanks between. */
export type ListedIssue = [
  url: string,
  title: string,
  summary: string,
  severity: string,
  runbook: string,
  components: string,
]

/** Narrows the list of issues down; the choice is kept in the address so that it can be shared. */
class IssueFilter extends HTMLElement {
  readonly #choices = FACETS.map((facet) => ({
    facet,
    select: this.querySelector<HTMLSelectElement>(`[name=${facet}]`),
  }))
  readonly #reset = this.querySelector<HTMLButtonElement>('form button')
  /** All issues, where the page has only some of them; loaded when somebody narrows the list down. */
  #all: Promise<ListedIssue[]> | undefined

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const asked = new URLSearchParams(location.search)
    for (const { facet, select } of this.#choices) if (select) select.value = asked.get(facet) ?? ''
    form.addEventListener('change', () => {
      this.#keep()
    })
    // Hidden, the button loses the keyboard: it goes back to the first choice.
    this.#reset?.addEventListener('click', () => {
      for (const { select } of this.#choices) if (select) select.value = ''
      this.#keep()
      form.querySelector('select')?.focus()
    })
    form.classList.remove('waits')
    this.#apply()
  }

  /** Keeps the choice in the address. */
  #keep(): void {
    const address = new URL(location.href)
    for (const { facet, select } of this.#choices) {
      if (select?.value) address.searchParams.set(facet, select.value)
      else address.searchParams.delete(facet)
    }
    history.replaceState(null, '', address)
    this.#apply()
  }

  #apply(): void {
    const { all } = this.dataset
    if (this.#reset) this.#reset.hidden = !this.#isNarrowed()
    if (all === undefined) this.#narrow()
    else void this.#look(all)
  }

  /** The page has every issue. */
  #narrow(): void {
    const items = [...this.querySelectorAll<HTMLElement>('.issues > li')]
    let shown = 0
    for (const item of items) {
      item.hidden = !this.#fits((facet) => item.dataset[facet])
      if (!item.hidden) shown += 1
    }
    this.#say(`${String(shown)} of ${String(items.length)}`)
  }

  /** The page has a part of the issues: what fits is looked for among all of them. */
  async #look(address: string): Promise<void> {
    const found = this.querySelector<HTMLElement>('.found')
    if (!found) return
    const isNarrowed = this.#isNarrowed()
    if (isNarrowed) {
      this.#say('Looking…')
      const all = await (this.#all ??= load(address)).catch(() => undefined)
      if (!all) this.#all = undefined
      // Meanwhile the reader may have chosen to see all of them.
      if (!this.#isNarrowed()) return
      if (!all) {
        this.#say('The list could not be loaded. Choose again to try once more.')
        return
      }
      const fitting = all.filter(([, , , severity, runbook, component]) =>
        this.#fits((facet) => ({ severity, runbook, component })[facet]),
      )
      found.replaceChildren(...fitting.slice(0, MAX_SHOWN).map((issue) => this.#row(issue)))
      const rest = fitting.length > MAX_SHOWN ? `; the first ${String(MAX_SHOWN)} are shown` : ''
      this.#say(`${String(fitting.length)} of ${String(all.length)}${rest}`)
    } else {
      this.#say('')
    }
    found.hidden = !isNarrowed
    for (const part of this.querySelectorAll<HTMLElement>('.issues:not(.found), .pager'))
      part.hidden = isNarrowed
  }

  #isNarrowed(): boolean {
    return this.#choices.some(({ select }) => select?.value)
  }

  #fits(valueOf: (facet: (typeof FACETS)[number]) => string | undefined): boolean {
    return this.#choices.every(({ facet, select }) => {
      const value = select?.value
      return !value || (valueOf(facet)?.split(' ').includes(value) ?? false)
    })
  }

  /** As the page would have it: a row of that severity, filled in. */
  #row([url, title, summary, severity]: ListedIssue): Node {
    const template = this.querySelector<HTMLTemplateElement>(
      `template[data-severity="${CSS.escape(severity)}"]`,
    )
    const row = document.importNode(template?.content ?? document.createDocumentFragment(), true)
    const [link, strong, text] = ['a', 'strong', 'a > :last-child'].map((part) => row.querySelector(part))
    link?.setAttribute('href', url)
    if (strong) strong.textContent = title
    if (text) text.textContent = summary
    return row
  }

  #say(words: string): void {
    const output = this.querySelector('output')
    if (output) output.value = words
  }
}

async function load(address: string): Promise<ListedIssue[]> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(String(response.status))
  // The site wrote it in the same build as this page.
  return (await response.json()) as ListedIssue[]
}

customElements.define('issue-filter', IssueFilter)
