import { copyText } from './clipboard.ts'
import { element } from './dom.ts'

/** Each heading gets a link to itself, for touch and keyboard: it is what goes into the incident's channel. */
export function linkHeadings(): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4)[id]')) {
    const name = heading.textContent.trim()
    const link = element(
      'a',
      { className: 'anchor no-print', href: `#${heading.id}`, title: 'Copy the link to this section' },
      '#',
    )
    link.ariaLabel = `Copy the link to “${name}”`
    link.addEventListener('click', () => {
      void copyText(link.href).then((isCopied) => {
        if (!isCopied) return
        link.textContent = 'Link copied'
        setTimeout(() => {
          link.textContent = '#'
        }, 2000)
      })
    })
    heading.append(link)
  }
}
