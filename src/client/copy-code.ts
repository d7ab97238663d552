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
    button.addEventListener('click', () => {
      const { text, missing: declared } = filling.fill?.(block) ?? { text: block.textContent, missing: [] }
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
    })
    block.previousElementSibling?.append(button)
  }
}
