import { announce } from './announce.ts'
import { copyText, selectText } from './clipboard.ts'
import { element } from './dom.ts'
import { blanksIn, commandsOf } from './commands.ts'

/** What the page's values make of a block before it is copied, and which values are missing; set by `page-values.ts`. */
export const filling: {
  fill?: (block: HTMLElement) => { text: string; missing: readonly string[] }
} = {}

/** A button on each block that a reader pastes or sends; example output has none. */
export function offerCopies(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code:not(.output) > pre')) {
    const isMessage = block.parentElement?.classList.contains('message') === true
    const button = element('button', { type: 'button', className: 'copy no-print' })
    const offer = () => {
      button.replaceChildren(
        'Copy',
        element('span', { className: 'visually-hidden' }, isMessage ? ' message' : ' command'),
      )
    }
    offer()
    let timer = 0
    const say = (short: string, text: string, keep = false) => {
      clearTimeout(timer)
      button.textContent = short
      announce(text)
      if (keep) return
      timer = window.setTimeout(() => {
        offer()
      }, 4000)
    }
    const copy = () => {
      const { text, missing: declared } = filling.fill?.(block) ?? unfilled(block)
      const missing = isMessage ? declared : [...new Set([...declared, ...blanksIn(text)])]
      void copyText(commandsOf(text.replace(/\n+$/, ''), block.className)).then((isCopied) => {
        if (!isCopied) {
          selectText(block)
          say('Selected', 'The browser did not allow copying. The text is selected: copy it now.', true)
        } else if (missing.length === 0) {
          say('Copied', 'Copied.')
        } else {
          const names = missing.join(', ')
          const count =
            missing.length === 1 ? '1 value is missing' : `${String(missing.length)} values are missing`
          say(`Copied, ${count}: ${names}`, `Copied. ${count}: ${names}.`)
        }
      })
    }
    button.addEventListener('click', () => {
      // The script of the values is still on its way; where it cannot come, what it would have filled in is missing.
      if (filling.fill === undefined && document.querySelector('page-values'))
        void import('./page-values.ts').then(copy, copy)
      else copy()
    })
    block.previousElementSibling?.append(button)
  }
}

/** A block whose values nobody has filled in: each declared name in it is missing. */
function unfilled(block: HTMLElement): { text: string; missing: string[] } {
  const text = block.textContent
  const names = [...document.querySelectorAll<HTMLInputElement>('page-values input')].map(({ name }) => name)
  return { text, missing: names.filter((name) => new RegExp(`\\b${name}\\b`).test(text)) }
}
