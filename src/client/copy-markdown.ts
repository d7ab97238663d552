import { copyText } from './clipboard.ts'

/** How long a button says what it did, in milliseconds. */
const SHOWN_FOR = 3000
const LABEL = 'Copy page as Markdown'

/** Puts a button beside the link to the page as Markdown, which copies it: for an assistant, a chat or a ticket. */
export function offerMarkdown(): void {
  const address = document.querySelector<HTMLLinkElement>('link[rel="alternate"][type="text/markdown"]')?.href
  const link = [...document.querySelectorAll<HTMLAnchorElement>('.foot a')].find(
    ({ href }) => href === address,
  )
  if (address === undefined || !link) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link'
  button.textContent = LABEL
  const said = document.createElement('span')
  said.className = 'visually-hidden'
  said.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    void copyPage(address).then((isCopied) => {
      said.textContent = isCopied
        ? 'The page was copied.'
        : 'It could not be copied. Open it and copy it there.'
      button.textContent = isCopied ? 'Copied' : 'Not copied: open it instead'
      setTimeout(() => {
        button.textContent = LABEL
      }, SHOWN_FOR)
    })
  })
  link.before(button, said)
}

async function copyPage(address: string): Promise<boolean> {
  try {
    const response = await fetch(address)
    return response.ok && (await copyText(await response.text()))
  } catch {
    return false
  }
}
