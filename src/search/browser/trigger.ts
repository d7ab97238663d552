import type * as search from './over-page.ts'
import { setting } from '../../client/setting.ts'

/**
 * Opens the search over any page: Ctrl/Cmd-K, `/`, the links in the header and under the thumb, or a paste of more than a
 * line into a search field. The dialog and its field are in the page: they are there in the next frame, whatever the
 * network does, and what is typed meanwhile stays. The rest of the search comes on first use.
 */
const searchPage = document.querySelector('search-page')
const dialog = document.querySelector<HTMLDialogElement>('#search')
const field = dialog?.querySelector('textarea')
const status = dialog?.querySelector('[role=status]')
const trigger = document.querySelector<HTMLAnchorElement>('[data-search]')

let loading: Promise<Search> | undefined

type Search = typeof search

/** The rest of the search. A failure is said in place, and the next letter tries again. */
function load(): Promise<Search> {
  loading ??= import('./over-page.ts')
  loading.catch(() => {
    loading = undefined
    if (!status) return
    const issues = document.createElement('a')
    issues.href = document.querySelector<HTMLAnchorElement>('.tabs [href$="/issues/"]')?.href ?? ''
    issues.textContent = 'the list of issues'
    status.replaceChildren(
      'The search could not be loaded. Check the network and type again, or open ',
      issues,
      '.',
    )
  })
  return loading
}

const searched = () => (history.state as { search?: string } | null)?.search

function open(event?: Event, text?: string): void {
  event?.preventDefault()
  const page = searchPage?.querySelector('textarea')
  if (page) page.focus()
  if (page || !dialog || !field || !status) return
  const isOpen = dialog.open
  if (!isOpen) dialog.showModal()
  // The Back button closes it, and comes back to it from a result.
  if (searched() === undefined) history.pushState({ search: '' }, '')
  if (text !== undefined) field.value = text
  // What was typed before this script had come goes on.
  if (!isOpen || text !== undefined) field.select()
  if (!loading) status.textContent = 'Loading search…'
  void load().then(({ searchIn }) => {
    searchIn(dialog)
  })
}

document.addEventListener('keydown', (event) => {
  if (setting('keys') === 'off') return
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
  const key = event.key.toLowerCase()
  const command = key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const slash = key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  if (command || slash) open(event)
})

for (const link of document.querySelectorAll('[data-search]')) {
  link.addEventListener('click', (event) => {
    if (event instanceof MouseEvent && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
  })
  // A finger is down for a tenth of a second before the tap counts.
  link.addEventListener('touchstart', () => void load(), { passive: true, once: true })
}

field?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !dialog) return
  event.preventDefault()
  void load().then(({ openFirst }) => openFirst(dialog))
})
dialog?.addEventListener('reset', () => {
  dialog.close()
})
dialog?.addEventListener('close', () => {
  if (searched() !== undefined) history.back()
})
addEventListener('popstate', () => {
  const text = searched()
  if (text === undefined) dialog?.close()
  else open(undefined, text)
})
const before = searched()
if (before !== undefined) open(undefined, before)
else if (dialog?.open) open()

// A field of one line joins the lines of a log, and its form would put them into the address.
document.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  const form = event.target instanceof HTMLInputElement && event.target.form
  if (form && form.action === trigger?.href && (text.length > 120 || text.includes('\n'))) open(event, text)
})

// The name of an alert, typed into the field of another page, leads to its issue without a stop at the results.
document.addEventListener('submit', (event) => {
  const form = event.target
  const text = form instanceof HTMLFormElement && form.querySelector<HTMLInputElement>('input[name=q]')?.value
  if (!text || form.action !== trigger?.href) return
  event.preventDefault()
  void import('./names.ts')
    .then(({ exactly }) => exactly(text))
    .catch(() => undefined)
    .then((address) => {
      if (address === undefined) form.submit()
      else location.assign(address)
    })
})
