/** A report of a mistake says on which page, at which step and of which day: what the contents mark as being read. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-report]') : null
  if (!link) return
  const read = document.querySelector<HTMLAnchorElement>('page-toc a[aria-current]')
  const title = document.querySelector('h1')?.textContent.trim() ?? document.title
  const changed = link.dataset['report'] ?? ''
  const body = [
    `Page: ${location.origin}${location.pathname}${read?.hash ?? ''}`,
    ...(read ? [`Step: ${read.textContent.trim()}`] : []),
    ...(changed === '' ? [] : [`As of: ${changed}`]),
    '',
    'What is wrong: ',
  ].join('\n')
  const address = new URL(link.href)
  const isGitlab = address.pathname.includes('/-/')
  address.searchParams.set(isGitlab ? 'issue[title]' : 'title', `Mistake in “${title}”`)
  address.searchParams.set(isGitlab ? 'issue[description]' : 'body', body)
  link.href = address.href
})
