/** Marks, in the table of contents, the section that is being read. */
class PageToc extends HTMLElement {
  connectedCallback() {
    const links = new Map(
      [...this.querySelectorAll('a')].map(
        (link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link] as const,
      ),
    )
    const mark = (section: Element) => {
      for (const [heading, link] of links) {
        if (heading === section) link.ariaCurrent = 'true'
        else link.ariaCurrent = null
      }
    }
    // A heading is current from when it reaches the upper fifth of the window until the next one does.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) mark(entry.target)
      },
      { rootMargin: '0px 0px -80% 0px' },
    )
    for (const heading of links.keys()) if (heading) observer.observe(heading)
  }
}

customElements.define('page-toc', PageToc)
