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

/** Whether this place in the history is one of the dialog. */
const isOfSearch = () => {
  const state = history.state as object | null
  return state !== null && ('search' in state || 'half' in state)
}

function open(event?: Event, text?: string): void {
  event?.preventDefault()
  const page = searchPage?.querySelector('textarea')
  if (page) page.focus()
  if (page || !dialog || !field || !status) return
  const isOpen = dialog.open
  // The Back button closes it, and comes back to it from a result.
  const isBack = isOfSearch() && !isOpen
  if (!isOpen) {
    before = document.activeElement as HTMLElement | null
    dialog.showModal()
  }
  if (!isOfSearch()) history.pushState({ search: '' }, '')
  if (text !== undefined) field.value = text
  // What was typed before this script had come goes on.
  if (!isOpen || text !== undefined) field.select()
  if (!loading) status.textContent = 'Loading search…'
  void load().then(({ searchIn, restore }) => {
    if (isBack && text === undefined && !isLeaving && field.value === '') restore(dialog)
    else searchIn(dialog, text !== undefined)
  })
}

document.addEventListener('keydown', (event) => {
  if (setting('keys') === 'off') return
  // For a moment, the field of a dialog that was closed still has the keyboard.
  const typing =
    event.target instanceof Element &&
    event.target.closest(':is(input, textarea, select, [contenteditable]):not(dialog:not([open]) *)')
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
/** Whether the way back from the dialog's place in the history is under way: a browser takes a moment for it. */
let isLeaving = false
/** Where the reader was: on the way back to an address with an anchor, a browser forgets it. */
let before: HTMLElement | null = null
dialog?.addEventListener('close', () => {
  // It comes a moment after the closing, and the reader may have opened the dialog again by then.
  if (dialog.open || !isOfSearch()) return
  isLeaving = true
  history.back()
})
addEventListener('popstate', () => {
  const hasLeft = isLeaving
  if (!isOfSearch() && (hasLeft || dialog?.open))
    setTimeout(() => {
      if (!dialog?.open) before?.focus()
    })
  isLeaving = false
  if (hasLeft && dialog?.open) {
    // Opened again before the way back was done: the dialog stays, with a new place in the history.
    history.pushState({ search: '' }, '')
    void load().then(({ searchIn }) => {
      searchIn(dialog)
    })
  } else if (!isOfSearch()) dialog?.close()
  else {
    if (field) field.value = ''
    open()
  }
})
if (isOfSearch()) {
  if (field) field.value = ''
  open()
} else if (dialog?.open) open()

// The field of the home page: its form has no address of its own, and what is sent off before the rest has come waits for it.
const form = document.querySelector<HTMLFormElement>('.find')
if (form) {
  const rest = import('./find-form.ts')
  void rest.then(({ wireFind }) => {
    wireFind(open)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void rest.then(({ send }) => send(form, open))
  })
}
