/**
 * Fetches a page of this site as soon as a reader points at its link. Astro's own does the same in four times the bytes,
 * a quarter of what an issue page may spend on scripts.
 */
const fetched = new Set([location.pathname])

function prefetch(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link?.origin !== location.origin || !link.pathname.endsWith('/') || fetched.has(link.pathname)) return
  fetched.add(link.pathname)
  const hint = document.createElement('link')
  hint.rel = 'prefetch'
  hint.href = link.pathname
  document.head.append(hint)
}

for (const event of ['pointerover', 'focusin', 'touchstart']) {
  document.addEventListener(event, prefetch, { passive: true })
}
