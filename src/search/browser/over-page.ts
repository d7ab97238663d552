import searchStyle from '../../styles/search.css?url'
import { element } from '../../client/dom.ts'
import { links } from '../../site/site-links.ts'
import { writeAddress } from '../engine/address.ts'
import { PAUSE, type Answer } from '../engine/engine.ts'
import { notesOf } from '../engine/notes.ts'
import { resultsOf } from '../engine/results.ts'
import type { Name } from '../engine/names.ts'
import { loadEngine } from './load.ts'
import { exactly, namesLike } from './names.ts'
import { noteNodes, renderResult } from './render.ts'

/** So many results are shown over a page; the search page has the rest. */
const MAX_SHOWN = 8
/** A browser keeps little with a place in its history. */
const MAX_KEPT = 2000

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

/** Searches for what is in the field, now and whenever it changes. */
export function searchIn(dialog: HTMLDialogElement): void {
  const parts = partsOf(dialog)
  if (wired !== dialog) wire(parts)
  wired = dialog
  run(parts)
}

/** Opens the first result; an alert's name leads to its issue, whatever else is found. */
export async function openFirst(dialog: HTMLDialogElement): Promise<void> {
  const { field, results } = partsOf(dialog)
  if (field.value.trim() === '') return
  const address = await exactly(field.value).catch(() => undefined)
  if (address !== undefined) return go(address)
  clearTimeout(timer)
  run(partsOf(dialog))
  await running
  const first = results.querySelector('a')
  if (first) first.click()
}

function go(address: string): void {
  location.assign(address)
}

function wire(parts: Parts): void {
  const { dialog, field } = parts
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
  history.replaceState({ search: text.slice(0, MAX_KEPT) }, '')
  if (text.trim() === '') {
    results.replaceChildren()
    status.textContent = 'Type a name, a symptom or an error, or paste a log. Enter opens the first result.'
    void loadEngine().catch(() => undefined)
    return
  }
  let isAnswered = false
  const names = namesLike(text)
    .then((found) => {
      if (!isCurrent() || isAnswered || found.length === 0) return
      results.replaceChildren(...found.slice(0, MAX_SHOWN).map(nameItem))
      status.textContent = 'Loading search… These names begin like that:'
    })
    .catch(() => undefined)
  try {
    const engine = await loadEngine()
    const answer = await engine.search(text)
    const all = resultsOf(answer)
    const items = await Promise.all(
      all.slice(0, MAX_SHOWN).map(async (result) => renderResult(await result.load(engine), result.hit)),
    )
    if (!isCurrent()) return
    isAnswered = true
    results.replaceChildren(...items)
    status.replaceChildren(...remarks(answer, all.length))
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

function remarks(answer: Answer, count: number): Node[] {
  const address = writeAddress(new URL(links.search, location.href), { text: answer.query, choice: {} })
  const shown =
    count > MAX_SHOWN ? `${String(MAX_SHOWN)} of ${String(count)} results. ` : `${String(count)} results. `
  const summary = element(
    'p',
    {},
    count === 1 ? '1 result. ' : shown,
    element('a', { href: address.href }, 'Filters and all results'),
  )
  return [...noteNodes(notesOf(answer)), summary]
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
