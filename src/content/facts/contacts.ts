import type { Content, Entries } from '../read/load.ts'
import type { Engineer } from '../model/collections.ts'

/** Whether the site may show how persons are reached. The team decides; nothing said means no, for the site may be read by many. */
export function showsPersonalContacts({ site }: Content): boolean {
  return site?.data.personalContacts === 'show'
}

/**
 * The engineers as pages, feeds and answers to programs may know them: with their contacts only where the site shows
 * them. They are left out here, in one place, so that no output can forget to.
 */
export function engineersAsShown(content: Content): Entries<Engineer> {
  if (showsPersonalContacts(content)) return content.engineers
  return new Map(
    [...content.engineers].map(([id, entry]) => {
      const data = { ...entry.data }
      delete data.contact
      // What the entry works out when it is asked stays so: a copy would ask for all of it.
      return [id, Object.assign(Object.create(entry) as typeof entry, { data })] as const
    }),
  )
}
