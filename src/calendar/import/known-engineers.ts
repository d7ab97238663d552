import type { Content } from '../../content/read/load.ts'
import type { KnownEngineer } from './people.ts'

/** The engineers of a content, with the names that other tools may have for them. */
export function knownEngineers({ engineers }: Content): KnownEngineer[] {
  return [...engineers].map(([id, { data }]) => ({
    id,
    name: data.name,
    login: data.login,
    email: data.contact?.email,
  }))
}
