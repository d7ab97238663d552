import { satteri } from '@astrojs/markdown-satteri'
import { lastChanged } from '../content/read/git-dates.ts'
import { contentRoot } from '../content/read/load.ts'
import { longDate } from '../text/dates.ts'
import { forgeUrl } from '../site/edit-links.ts'
import { alerts } from './alerts.ts'
import { codeBlocks } from './code-blocks.ts'
import { contentLinks } from './content-links.ts'
import { FEATURES, gate } from './gate.ts'
import { headings } from './headings.ts'
import { tables } from './tables.ts'
import { tested } from './tested.ts'

/**
 * How Markdown and MDX become HTML.
 *
 * @param base the path that the site is served under
 */
export function markdownProcessor(base: string) {
  return satteri({
    features: FEATURES,
    mdastPlugins: [gate(), tested(forgeUrl, revision)],
    hastPlugins: [alerts, codeBlocks, contentLinks(base), headings, tables],
  })
}

function revision(file: string): string | undefined {
  const date = lastChanged(contentRoot(), file)
  return date === undefined ? undefined : longDate(date)
}
