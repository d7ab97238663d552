import { existsSync, readFileSync } from 'node:fs'
import { pageFacts, showsImages } from '../../../src/content/astro/built.ts'
import { isPictureName } from '../../../src/content/gate/index.ts'
import { digest } from '../../../src/content/read/kept.ts'
import type { Content } from '../../../src/content/read/load.ts'
import { ADDRESS, type Address } from '../../../src/site/address.ts'
import { ENGINE } from '../../../src/site/build/folders.ts'
import { contentUrl } from '../../../src/site/edit-links.ts'

/** What decides what is in a bundle beside the content. Given by tests; a build has that of its process. */
export interface BundleSurroundings {
  /** The hash of the code and of the packages. */
  code: string
  address: Address
  /** The folder of the engine, whose name is written into the bundle. */
  engine: string
  environment: NodeJS.ProcessEnv
  /** Where the forge shows a file of the content, which marks of blocks lead to. */
  forge: string | undefined
}

/** What the bundler and Astro read of an environment. */
const READ = /^(?:ASTRO|VITE|PUBLIC|ROLLDOWN)_/
/** Set by each build. */
const SET_ANYWAY = 'ASTRO_TELEMETRY_DISABLED'

/** A link that may lead out of the content folder and in again, by the name of that folder. */
const CLIMBS = /\.\.[/\\]\.\.|%2e|%2f|%5c/i

/**
 * The key of the bundle that makes the pages of a content: a digest of all that goes into it. Of the content these are its pages
 * in MDX, which are modules, with what their blocks and links show; everything else is read when pages are rendered.
 *
 * @returns `undefined` for a content with pictures, which the bundler opens and names: its bundle is not kept
 */
export function bundleKey(
  content: Content,
  { code, address, engine, environment, forge }: BundleSurroundings,
): string | undefined {
  if ([...content.assets].some((file) => isPictureName(file)) || content.documents.some(showsImages))
    return undefined
  const modules = content.documents.filter(({ path: file }) => file.endsWith('.mdx'))
  const variables = Object.entries(environment).filter(([name]) => READ.test(name) && name !== SET_ANYWAY)
  return digest(
    JSON.stringify([process.versions, process.platform, process.arch]),
    code,
    JSON.stringify([address, engine, variables.sort()]),
    JSON.stringify(
      modules.map((document) => [document.collection, document.id, pageFacts(content, document)]),
    ),
    modules.length > 0 ? (forge ?? '') : '',
    modules.some(({ text }) => CLIMBS.test(text)) ? content.root : '',
  )
}

/** The key for this process and this engine. */
export function ownBundleKey(content: Content, code: string): string | undefined {
  const forge = contentUrl('x')
  return bundleKey(content, { code, address: ADDRESS, engine: ENGINE, environment: process.env, forge })
}

/** Whether a page in MDX is no longer what was read: the bundler reads files by itself. */
export function hasOtherModules({ documents }: Content): boolean {
  return documents
    .filter(({ path: file }) => file.endsWith('.mdx'))
    .some(({ path: file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
}
