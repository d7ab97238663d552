import { site } from './config.ts'

/** Where the forge edits a file of the content; none where `site.yaml` names no repository. */
export function editUrl(file: string | undefined): string | undefined {
  if (site.repository === undefined || file === undefined || file.startsWith('..')) return undefined
  return `${site.repository.replace(/\/$/, '')}/edit/${site.branch}/${file}`
}
