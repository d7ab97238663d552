import { satteri } from '@astrojs/markdown-satteri'
import { alerts } from './alerts.ts'
import { codeBlocks } from './code-blocks.ts'
import { contentLinks } from './content-links.ts'
import { emoji } from './emoji.ts'
import { FEATURES, gate } from './gate.ts'
import { headings } from './headings.ts'
import { tables } from './tables.ts'
import { tabs } from './tabs.ts'
import { tested, type MarkOf } from './tested.ts'
import { tasks } from './tasks.ts'

interface Settings {
  /** The path that the site is served under. */
  base: string
  /** The content folder, absolute. */
  contentFolder: string
  /** What is wrong with the file of an image, by its absolute path, if anything. */
  imageProblem: (file: string) => string | undefined
  /** The path below the site's root of the page that a file of the content makes. */
  pathOfFile?: (file: string) => string | undefined
  /** Where the forge shows a file of the repository; nowhere where `site.yaml` names none. */
  forgeUrl?: (path: string) => string | undefined
  /** What may be said of a block of a page: from its receipt and from nothing else. */
  markOf?: MarkOf
}

/** How Markdown and MDX become HTML. */
export function markdownProcessor({
  base,
  contentFolder,
  imageProblem,
  pathOfFile = () => undefined,
  forgeUrl = () => undefined,
  markOf = () => undefined,
}: Settings) {
  return satteri({
    features: FEATURES,
    mdastPlugins: [gate(imageProblem), tabs, emoji, tested(forgeUrl, markOf)],
    hastPlugins: [alerts, codeBlocks, contentLinks(base, contentFolder, pathOfFile), headings, tables, tasks],
  })
}
