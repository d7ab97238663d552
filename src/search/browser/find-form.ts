import { links } from '../../site/site-links.ts'
import { isForAddress } from '../engine/address.ts'
import { exactly } from './names.ts'
import { isPasted, watchPastes } from './pasted.ts'

/** Opens the search over the page, with a text that was not typed into it. */
type Open = (event: Event | undefined, text: string) => void

/** Takes over the field of the home page and of the page for what is missing. */
export function wireFind(open: Open): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('.find')) {
    const field = form.querySelector('input')
    if (!field) continue
    watchPastes(field)
    // A field of one line joins the lines of a log.
    field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain').trim() ?? ''
      if (text.length > 120 || text.includes('\n')) open(event, text)
    })
  }
}

/** Answers what was sent off. */
export async function send(form: HTMLFormElement, open: Open): Promise<void> {
  const field = form.querySelector('input')
  if (!field) return
  await find(field, () => {
    open(undefined, field.value)
  })
}

/**
 * Answers the field of the home page: the name of an alert leads to its issue, a typed query to the search page. Anything
 * else is searched for here, and stays out of the address.
 */
async function find(field: HTMLInputElement, searchHere: () => void): Promise<void> {
  const text = field.value.trim()
  if (text === '') return
  const address =
    isPasted(field) && !isForAddress(text) ? undefined : await exactly(text).catch(() => undefined)
  if (address !== undefined) location.assign(address)
  else if (isPasted(field) || !isForAddress(text)) searchHere()
  else location.assign(`${links.search}?${new URLSearchParams({ q: text }).toString()}`)
}
