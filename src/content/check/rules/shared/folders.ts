import { readdirSync } from 'node:fs'

/** The folders directly below the content folder. */
export function foldersOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name)
}
