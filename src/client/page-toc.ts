/** Marks, in the table of contents, the section that is being read; on a phone its line names it. */
class PageToc extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')
    const summary = this.querySelector('summary')
    if (!details || !summary) return
    const links = new Map(
      [...this.querySelectorAll('a')].map(
        (link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link] as const,
      ),
    )
    const mark = (section: Element) => {
      // Of a step, also where a link jumped right to it.
      let part = ''
      for (const [heading, link] of links) {
        const name = link.textContent.trim()
        link.ariaCurrent = heading === section ? 'true' : null
        const isPart = heading?.tagName === 'H2'
        if (heading === section) summary.textContent = isPart || part === '' ? name : `${part} · ${name}`
        if (isPart) part = name
      }
    }
    // A heading is current from when it reaches the upper fifth of the window until the next one does; of several that are there,
    // the one that the address names: the next section of a short one is there too.
    const there = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) there.add(target)
          else there.delete(target)
        }
        const found = [...links.keys()].filter((heading) => heading !== null && there.has(heading))
        const current = found.find((heading) => heading?.matches(':target')) ?? found.at(-1)
        if (current) mark(current)
      },
      { rootMargin: '0px 0px -80% 0px' },
    )
    for (const heading of links.keys()) if (heading) observer.observe(heading)
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLAnchorElement) details.open = false
    })
    details.addEventListener('toggle', () => {
      if (details.open) this.markDone()
    })
  }

  /** Steps that are ticked are ticked here too. */
  private markDone() {
    for (const link of this.querySelectorAll('a')) {
      const box = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector('input')
      link.classList.toggle('done', box?.checked === true)
    }
  }
}

customElements.define('page-toc', PageToc)
