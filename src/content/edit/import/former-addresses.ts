import { formerAddress } from '../../model/fields.ts'
import { addressesOf } from './generators.ts'
import type { PageLog } from './log.ts'
import type { Draft } from './types.ts'

/** Addresses that led to the page before, which keep leading to it. */
export function formerAddresses({ page, collection, target }: Draft, log: PageLog): string[] {
  const [own = ''] = addressesOf(page.source, page.written, page.generator)
  const wanted = [...(page.generator.family === 'forge' ? [] : [own]), ...page.fields.aliases]
  const now = `${collection}/${target}`.toLowerCase().replace(/\/?index$/, '')
  const out: string[] = []
  for (const address of wanted) {
    const former = pathOf(address)
    if (former === '' || former.toLowerCase() === now) continue
    // An address from the root of the site, as the model has it.
    const alias = `/${former.replace(/[^\w~%./-]/g, (sign) => encodeURIComponent(sign))}`
    if (!formerAddress.safeParse(alias).success) log.dropped('former address', address)
    else if (!out.includes(alias)) out.push(alias)
  }
  return out
}

function pathOf(address: string): string {
  const plain = /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).pathname : address
  return plain
    .replace(/[?#].*$/, '')
    .replace(/(?:index)?\.html?$/, '')
    .replace(/^[./]+|\/+$/g, '')
}
