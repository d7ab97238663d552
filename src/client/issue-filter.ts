const FACETS = ['severity', 'runbook', 'component'] as const

/** Narrows the list of issues down; the choice is kept in the address so that it can be shared. */
class IssueFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const items = [...this.querySelectorAll<HTMLElement>('.issues > li')]
    const output = form.querySelector('output')
    const choices = FACETS.map((facet) => ({
      facet,
      select: form.querySelector<HTMLSelectElement>(`[name=${facet}]`),
    }))
    const apply = () => {
      let shown = 0
      for (const item of items) {
        const fits = choices.every(({ facet, select }) => {
          const value = select?.value
          return !value || (item.dataset[facet]?.split(' ').includes(value) ?? false)
        })
        item.hidden = !fits
        if (fits) shown += 1
      }
      if (output) output.value = `${String(shown)} of ${String(items.length)}`
    }
    const asked = new URLSearchParams(location.search)
    for (const { facet, select } of choices) if (select) select.value = asked.get(facet) ?? ''
    form.addEventListener('change', () => {
      const address = new URL(location.href)
      for (const { facet, select } of choices) {
        if (select?.value) address.searchParams.set(facet, select.value)
        else address.searchParams.delete(facet)
      }
      history.replaceState(null, '', address)
      apply()
    })
    form.hidden = false
    apply()
  }
}

customElements.define('issue-filter', IssueFilter)

// Loaded where its element is: a module, though it exports nothing.
export {}
