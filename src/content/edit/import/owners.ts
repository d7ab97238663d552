import type { Content } from '../../read/load.ts'
import type { PageLog } from './common/log.ts'
import type { PageCollection } from './types.ts'

/** A team of this site, and what a page may call it. */
export interface KnownTeam {
  id: string
  /** Its id, name, former ids and channel, as `plain` writes them. */
  names: ReadonlySet<string>
}

export function knownTeams(content: Pick<Content, 'teams'>): KnownTeam[] {
  return [...content.teams.values()].map(({ id, data }) => {
    const { name, aliases = [], contact } = data
    const names = [id, name, ...aliases, ...(contact?.chat === undefined ? [] : [contact.chat])]
    return { id, names: new Set(names.map(plain)) }
  })
}

/**
 * The team that a page names as its owner: by its name, its channel (`#payments`), or the address of either (`@ours/payments`,
 * `https://example.com/teams/payments`).
 *
 * @returns its id; `undefined` where no team of this site has that name, or more than one has
 */
export function ownerOf(written: string, teams: readonly KnownTeam[]): string | undefined {
  const whole = plain(written)
  for (const name of [whole, plain(whole.split('/').at(-1) ?? '')]) {
    const found = teams.filter(({ names }) => name !== '' && names.has(name))
    if (found.length > 0) return found.length === 1 ? found[0]?.id : undefined
  }
  return undefined
}

/** Says where a page's owner is not taken over. */
export function reportOwner(
  written: string | undefined,
  collection: PageCollection,
  teams: readonly KnownTeam[],
  log: PageLog,
): void {
  if (written === undefined) return
  if (collection === 'runbooks') log.dropped('owner: a runbook has those of its pipelines', written)
  else if (ownerOf(written, teams) === undefined)
    log.dropped(`owner ${written}: no team here has that name, or more than one has`)
}

/** Without case, the sign of a channel or a group, and the `/` at the end of an address; words with `-` between them. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^[#@]/, '')
    .replace(/\/+$/, '')
    .replace(/[\s_-]+/g, '-')
}
