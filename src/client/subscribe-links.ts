import { copyText, selectText } from './clipboard.ts'
import { element } from './dom.ts'

/** A calendar program opens `webcal:` addresses; without a script the link is a plain download. Every other asks for the address. */
class SubscribeLinks extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector<HTMLAnchorElement>('[data-feed]')
    const address = this.querySelector('[data-address]')
    if (!link || !address) return
    // Where the site is now, and not where it was built for.
    address.textContent = link.href
    const copy = element('button', { type: 'button' }, 'Copy address')
    copy.addEventListener('click', () => {
      void copyText(address.textContent).then((isCopied) => {
        if (!isCopied) selectText(address)
        copy.textContent = isCopied ? 'Copied' : 'Selected: copy it now'
      })
    })
    address.after(' ', copy)
    link.href = link.href.replace(/^https?:/, 'webcal:')
  }
}

customElements.define('subscribe-links', SubscribeLinks)
