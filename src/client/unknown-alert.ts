import { closestTo } from '../text/suggest.ts'
import { element } from './dom.ts'

/**
 * At `/alerts/NAME/` without a page: leads to the address in small letters if there is one, for alert names are known in
 * any spelling and a host of static files has each in two. Otherwise says that no issue names this alert, and fills in the
 * search, so that one address with `{{ $labels.alertname }}` can serve every alert.
 */
class UnknownAlert extends HTMLElement {
  connectedCallback() {
    const [, folder, written] = /^(.*\/alerts\/)([^/]+)(?:\/(?:index\.html)?)?$/.exec(location.pathname) ?? []
    if (folder === undefined || written === undefined) return
    const small = `${folder}${written.toLowerCase()}/`
    const name = readable(written)
    void pageExists(small === location.pathname ? undefined : small).then((isThere) => {
      if (isThere) location.replace(small + location.search + location.hash)
      else this.#say(name)
    })
  }

  #say(name: string): void {
    const { one = 'issue', list = '', search = '' } = this.dataset
    const title = `No ${one} names this alert`
    document.title = title
    const head = document.querySelector('.page-head')
    const heading = head?.querySelector('h1')
    const lead = head?.querySelector('.lead')
    if (!head || !heading || !lead) return
    heading.textContent = title
    const link = element(
      'a',
      { href: `${search}?${new URLSearchParams({ q: name }).toString()}` },
      'Search for it',
    )
    lead.replaceChildren(
      'The alert is ',
      element('code', {}, name),
      '. ',
      link,
      ', or change the words below.',
    )
    const field = head.querySelector<HTMLInputElement>('input[type=search]')
    if (field) field.value = name.slice(0, field.maxLength > 0 ? field.maxLength : undefined)
    void nearest(name, list).then((found) => {
      if (found)
        lead.after(element('p', {}, 'Did you mean ', element('a', { href: found.url }, found.alert), '?'))
    })
  }
}

customElements.define('unknown-alert', UnknownAlert)

function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function pageExists(address: string | undefined): Promise<boolean> {
  if (address === undefined) return false
  try {
    return (await fetch(address, { method: 'HEAD' })).ok
  } catch {
    return false
  }
}

/** The alert that a slip away from this one, with the path of its page on this host. */
async function nearest(name: string, list: string): Promise<{ alert: string; url: string } | undefined> {
  try {
    const { alerts } = (await (await fetch(list)).json()) as { alerts: { alert: string; url: string }[] }
    const closest = closestTo(
      name,
      alerts.map(({ alert }) => alert),
    )
    const found = alerts.find(({ alert }) => alert === closest)
    return found && { alert: found.alert, url: new URL(found.url).pathname }
  } catch {
    return undefined
  }
}
