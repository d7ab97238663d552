import searchStyle from '../../styles/search.css?url'
import { INDEX_FOLDER } from '../engine/settings.ts'
import { links } from '../../site/site-links.ts'
import { element } from '../../client/dom.ts'
import { PAUSE } from '../engine/engine.ts'
import { isExcerpt } from '../engine/excerpt.ts'
import { loadEngine } from './load.ts'
import { notesOf } from '../engine/notes.ts'
import { noteNodes, renderResult } from './render.ts'
import { writeAddress } from '../engine/address.ts'
import {
  asText,
  createBridge,
  type Bridge,
  type ComponentsGlobal,
  type ModalElement,
  type ResultsElement,
} from './component-ui.ts'

declare global {
  /** What `search/pagefind.js` hands to Pagefind's Component UI in place of Pagefind itself. */
  var watchbookSearch: Bridge | undefined
  var PagefindComponents: ComponentsGlobal

  interface HTMLElementTagNameMap {
    'pagefind-config': HTMLElement
    'pagefind-input': HTMLElement
    'pagefind-modal': ModalElement
    'pagefind-modal-footer': HTMLElement
    'pagefind-results': ResultsElement
    'pagefind-summary': HTMLElement
  }
}

let modal: Promise<ModalElement> | undefined

/** Opens the search over the page, on first use after loading it; with a text, searches for it at once. */
export async function openSearch(text?: string): Promise<void> {
  modal ??= build().catch((error: unknown) => {
    modal = undefined
    throw error
  })
  const opened = await modal
  opened.open()
  if (text === undefined) return
  const field = opened.querySelector('input')
  if (!field) return
  field.value = asText(text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Pagefind's Component UI, with our engine behind it and our results in it. */
async function build(): Promise<ModalElement> {
  const folder = links.file(`${INDEX_FOLDER}/`)
  const [engine] = await Promise.all([
    loadEngine(),
    loadScript(`${folder}pagefind-component-ui.js`),
    loadStyle(searchStyle),
    loadStyle(`${folder}pagefind-component-ui.css`),
  ])
  globalThis.watchbookSearch = createBridge(engine)

  const config = element('pagefind-config')
  config.setAttribute('bundle-path', links.file('search/'))
  // Left empty, it makes its own parts; given parts it would move, and so make twice, what they contain.
  const opened = element('pagefind-modal')
  document.body.append(config, opened)

  const part = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] => {
    const found = opened.querySelector(name)
    if (!found) throw new Error(`Pagefind's Component UI made no ${name}`)
    return found
  }
  const input = part('pagefind-input')
  input.setAttribute('placeholder', 'Search, or paste an error')
  input.setAttribute('debounce', String(PAUSE))
  const results = part('pagefind-results')
  results.setAttribute('data-results', '')
  results.resultTemplate = (data) => renderResult(data, data.hit)
  const notes = element('div', { className: 'search-notes small' })
  part('pagefind-summary').replaceWith(notes)
  const page = element('a', { href: links.search }, 'Filters and more')
  part('pagefind-modal-footer').replaceChildren(
    element('p', { className: 'small soft' }, 'What you paste stays in this page. ', page),
  )

  const instance = PagefindComponents.getInstanceManager().getInstance('default')
  instance.on('results', ({ answer }) => {
    notes.replaceChildren(...(answer ? noteNodes(notesOf(answer)) : []))
    const asked = new URL(links.search, location.href)
    page.href = answer ? writeAddress(asked, { text: answer.query, choice: {} }).href : asked.href
  })
  keepLines(opened)
  return opened
}

/** A field of one line would join the lines of a paste. */
function keepLines(modalElement: HTMLElement): void {
  modalElement.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const field = event.target
    if (!(field instanceof HTMLInputElement) || !isExcerpt(text)) return
    event.preventDefault()
    field.value = asText(text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', { src })
    script.addEventListener('load', () => {
      resolve()
    })
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error(`${src} could not be loaded`))
    })
    document.head.append(script)
  })
}

function loadStyle(href: string): Promise<void> {
  return new Promise((resolve) => {
    const sheet = element('link', { rel: 'stylesheet', href })
    for (const done of ['load', 'error']) {
      sheet.addEventListener(done, () => {
        resolve()
      })
    }
    // Before our own sheets: theirs has no layers, and ours may then set its custom properties.
    document.head.prepend(sheet)
  })
}
