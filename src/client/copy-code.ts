import { commandsOf } from './commands.ts'
import { element } from './dom.ts'

const LABEL = 'Copy this block'

/** A button on each code block that copies what must be pasted, and nothing else. */
for (const block of document.querySelectorAll<HTMLElement>('.code > pre')) {
  const button = element('button', { type: 'button', className: 'copy no-print', ariaLabel: LABEL }, 'Copy')
  const say = (text: string) => {
    button.textContent = text
    button.ariaLabel = text
    setTimeout(() => {
      button.textContent = 'Copy'
      button.ariaLabel = LABEL
    }, 2000)
  }
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(pasteable(block)).then(
      () => {
        say('Copied')
      },
      () => {
        say('Select and copy by hand')
      },
    )
  })
  block.after(button)
}

/** The text of a block; of a terminal session only the commands, without their prompts. */
function pasteable(block: HTMLElement): string {
  return commandsOf(block.textContent.replace(/\n+$/, ''), block.className)
}
