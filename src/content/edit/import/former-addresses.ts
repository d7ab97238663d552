import { OWN_PAGES } from '../../facts/addresses.ts'
import { PAGE_COLLECTIONS } from '../../model/collections.ts'
import { formerAddress } from '../../model/fields.ts'
import { addressesOf } from './source/page-addresses.ts'
import { pageLog, type Log, type PageLog } from './common/log.ts'
import type { Draft } from './types.ts'

/** Pages that every site has. */
const OWN: ReadonlySet<string> = new Set(
  [...OWN_PAGES, ...PAGE_COLLECTIONS].map((page) => page.toLowerCase()),
)

/**
 * The former addresses of all pages: what two pages had is left to the one that is nearer to the top of the source,
 * and no page takes the address that another one has now.
 */
export function allFormerAddresses(
  drafts: readonly Draft[],
  log: Log,
): ReadonlyMap<Draft, readonly string[]> {
  const depth = ({ page }: Draft) => page.source.split('/').length
  const now = new Map(drafts.map((draft) => [addressNow(draft), draft]))
  const taken = new Map<string, Draft>()
  const all = drafts.map((draft) => {
    const notes = pageLog(log, draft.page.source)
    return [draft, draft.anchor === undefined ? formerAddresses(draft, notes) : []] as const
  })
  for (const [draft, aliases] of all.toSorted(([one], [two]) => depth(one) - depth(two))) {
    for (const alias of aliases) {
      const key = alias.slice(1).toLowerCase()
      if (!taken.has(key) && !now.has(key) && !OWN.has(key)) taken.set(key, draft)
    }
  }
  return new Map(
    all.map(([draft, aliases]) => [
      draft,
      aliases.filter((alias) => {
        const isOwn = taken.get(alias.slice(1).toLowerCase()) === draft
        if (!isOwn) pageLog(log, draft.page.source).dropped('former address that another page has', alias)
        return isOwn
      }),
    ]),
  )
}

function addressNow({ collection, target }: Draft): string {
  return `${collection}/${target}`.toLowerCase().replace(/\/?index$/, '')
}

/** Addresses that led to the page before, which keep leading to it. */
function formerAddresses(draft: Draft, log: PageLog): string[] {
  const { page } = draft
  const [own = ''] = addressesOf(page.source, page.written, page.generator)
  const wanted = [...(page.generator.family === 'forge' ? [] : [own]), ...page.fields.aliases]
  const now = addressNow(draft)
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

/** A former address without host and slashes at its ends. */
export function pathOf(address: string): string {
  const plain = /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).pathname : address
  return plain
    .replace(/[?#].*$/, '')
    .replace(/(?:index)?\.html?$/, '')
    .replace(/^[./]+|\/+$/g, '')
}
