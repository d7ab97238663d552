import searchStyle from '../../styles/search.css?url'
import { element } from '../../client/dom.ts'
import { links } from '../../site/site-links.ts'
import { isForAddress, writeAddress } from '../engine/address.ts'
import { PAUSE, type Answer } from '../engine/engine.ts'
import { notesOf } from '../engine/notes.ts'
import type { Name } from '../engine/names.ts'
import { directAnswers } from './direct-answers.ts'
import { keepText, keptText } from './kept-text.ts'
import { loadEngine } from './load.ts'
import { exactly, namesLike } from './names.ts'
import { isPasted, markPasted, watchPastes } from './pasted.ts'
import { noteNodes, resultOf } from './render.ts'

/** So many results are shown over a page; the search page has the rest. */
const MAX_SHOWN = 8

interface Parts {
  dialog: HTMLDialogElement
  field: HTMLTextAreaElement
  status: HTMLElement
  results: HTMLElement
}

let timer = 0
/** Grows with every search: an answer that is not the last one's is thrown away. */
let latest = 0
let running: Promise<void> = Promise.resolve()
let wired: HTMLDialogElement | undefined

/**
 * Searches for what is in the field, now and whenever it changes.
 *
 * @param isText whether it was brought here rather than typed
 */
export function searchIn(dialog: HTMLDialogElement, isText = false): void {
  const parts = partsOf(dialog)
  if (wired !== dialog) wire(parts)
  wired = dialog
  if (isText) markPasted(parts.field)
  run(parts)
}

/** Searches for what this place in the history was about. */
export function restore(dialog: HTMLDialogElement): void {
  const { field } = partsOf(dialog)
  field.value = keptText(history.state) ?? ''
  if (!isForAddress(field.value)) markPasted(field)
  searchIn(dialog)
}

/** Opens the first result; an alert's name leads to its issue, whatever else is found. */
export async function openFirst(dialog: HTMLDialogElement): Promise<void> {
  const { field, results } = partsOf(dialog)
  if (field.value.trim() === '') return
  const address = isPrivate(field) ? undefined : await exactly(field.value).catch(() => undefined)
  if (address !== undefined) return go(address)
  clearTimeout(timer)
  run(partsOf(dialog))
  await running
  // Where nothing was found, the reader says which of the closest pages it is.
  results.querySelector<HTMLAnchorElement>('.result:not(.closest) a')?.click()
}

const isPrivate = (field: HTMLTextAreaElement) => isPasted(field) || !isForAddress(field.value)

function go(address: string): void {
  location.assign(address)
}

function wire(parts: Parts): void {
  const { dialog, field } = parts
  watchPastes(field)
  // The styles of results are on the search page; any other page loads them with the first search.
  document.head.append(element('link', { rel: 'stylesheet', href: searchStyle }))
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      run(parts)
    }, PAUSE)
  })
  dialog.addEventListener('keydown', (event) => {
    moveFocus(parts, event)
  })
  dialog.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (event.target === dialog) dialog.close()
    else if (link && link.pathname === location.pathname && link.hash !== '') {
      // A place on this very page: the dialog's place in the history becomes the place on the page.
      history.replaceState(null, '')
      dialog.close()
    }
  })
}

function run(parts: Parts): void {
  running = search(parts)
}

async function search({ dialog, field, status, results }: Parts): Promise<void> {
  if (!dialog.open) return
  const search = ++latest
  const isCurrent = () => search === latest
  const text = field.value
  field.rows = Math.min(6, text.slice(0, 2000).split('\n').length)
  history.replaceState(keepText(text, isPrivate(field)), '')
  if (text.trim() === '') {
    results.replaceChildren()
    status.textContent = 'Type a name, a symptom or an error, or paste a log. Enter opens the first result.'
    void loadEngine().catch(() => undefined)
    return
  }
  let isAnswered = false
  const direct = directAnswers(text)
  void direct.then((lines) => {
    if (isCurrent() && !isAnswered && lines.length > 0) status.replaceChildren(...lines)
  })
  const names = (isPrivate(field) ? Promise.resolve([]) : namesLike(text))
    .then((found) => {
      if (!isCurrent() || isAnswered || found.length === 0) return
      results.replaceChildren(...found.slice(0, MAX_SHOWN).map(nameItem))
      status.textContent = 'Loading search… These names begin like that:'
    })
    .catch(() => undefined)
  try {
    const engine = await loadEngine()
    const answer = await engine.search(text)
    const shown = answer.found.length > 0 ? answer.found : answer.closest
    const items = await Promise.all(shown.slice(0, MAX_SHOWN).map((found) => resultOf(found, answer, engine)))
    if (!isCurrent()) return
    const lines = await direct
    if (!isCurrent()) return
    isAnswered = true
    // Who asks for the name of an alert sees that it is this one.
    const [first] = shown
    if (first?.hit && first.hit.line === text.trim())
      items[0]?.querySelector('.result-link')?.prepend(`${first.hit.line}: `)
    for (const item of items) item.classList.toggle('closest', answer.found.length === 0)
    results.replaceChildren(...items)
    status.replaceChildren(...lines, ...remarks(answer, isPrivate(field)))
  } catch {
    await names
    if (!isCurrent()) return
    const issues = element('a', { href: links.issues }, 'The list of issues')
    status.replaceChildren(
      'The search index could not be loaded. Check the network and type again. ',
      issues,
      ' is here.',
    )
  }
}

function remarks(answer: Answer, isPasted: boolean): Node[] {
  const { found, closest, query } = answer
  const address = writeAddress(new URL(links.search, location.href), { text: query, choice: {}, isPasted })
  const count = found.length
  const counted =
    count > MAX_SHOWN
      ? `${String(MAX_SHOWN)} of ${String(count)} results. `
      : `${String(count)} result${count === 1 ? '' : 's'}. `
  const more = element('a', { href: address.href }, 'Filters and all results')
  // What is pasted is not handed to another page: its results are all here.
  const summary =
    count > 0 ? element('p', {}, counted, ...(isPasted ? [] : [more])) : nextSteps(closest.length)
  return [...noteNodes(notesOf(answer)), summary]
}

/** What to do where nothing was found. */
function nextSteps(closest: number): HTMLElement {
  return element(
    'p',
    {},
    'Look through ',
    element('a', { href: links.issues }, 'the list of issues'),
    ' or ask ',
    element('a', { href: links.oncall }, 'who is on call'),
    closest > 0 ? '. Closest:' : '.',
  )
}

function nameItem({ name, path, kind, title }: Name): HTMLLIElement {
  return element(
    'li',
    { className: 'result' },
    element('a', { className: 'result-link', href: links.home + path }, name),
    element('p', { className: 'small soft' }, title === undefined ? kind : `${kind}, leads to: ${title}`),
  )
}

/** Arrow keys go from the field through the results and back. */
function moveFocus({ field, results }: Parts, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const found = [...results.querySelectorAll<HTMLAnchorElement>('.result-link')]
  const at = found.findIndex((link) => link === document.activeElement)
  if (at < 0 && (document.activeElement !== field || field.rows > 1 || event.key === 'ArrowUp')) return
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1
  const target = next < 0 ? field : found[next]
  if (!target) return
  event.preventDefault()
  target.focus()
}

function partsOf(dialog: HTMLDialogElement): Parts {
  const [field, status, results] = [
    dialog.querySelector('textarea'),
    dialog.querySelector<HTMLElement>('[role=status]'),
    dialog.querySelector<HTMLElement>('.results'),
  ]
  if (!field || !status || !results) throw new Error('The page lacks a part of its search')
  return { dialog, field, status, results }
}
