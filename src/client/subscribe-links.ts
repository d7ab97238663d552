/** A calendar application opens `webcal:` addresses; without a script the link is a plain download. */
class SubscribeLinks extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector<HTMLAnchorElement>('[data-feed]')
    if (link) link.href = link.href.replace(/^https?:/, 'webcal:')
  }
}

customElements.define('subscribe-links', SubscribeLinks)

// Loaded where its element is: a module, though it exports nothing.
export {}
