import { element } from './dom.ts'

const status = element('p', { className: 'visually-hidden', role: 'status' })

/** Screen readers hear what changes in a live region that they know: it is there a moment before its text. */
export function announce(text: string): void {
  if (!status.isConnected) document.body.append(status)
  setTimeout(() => {
    status.textContent = text
  }, 50)
}
