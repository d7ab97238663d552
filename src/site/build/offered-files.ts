import { constants, copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { decoded, isPictureName } from '../../content/gate/index.ts'
import { assetProblem } from '../../content/read/assets.ts'
import { nodesOf, parsePage } from '../../content/read/body.ts'
import type { Content, ContentDocument } from '../../content/read/load.ts'

/**
 * The files of the content that the site offers as they are: all in `files/`, and the pictures that pages link to rather than
 * show. By their path below the site's root, which is the one below the content folder.
 */
export function offeredFiles(content: Content): ReadonlyMap<string, string> {
  const linked = linkedFiles(content)
  const offered = [...content.assets].filter(
    (file) => file.startsWith(path.join(content.root, 'files') + path.sep) || linked.has(file),
  )
  return new Map(
    offered.sort().map((file) => [path.relative(content.root, file).split(path.sep).join('/'), file]),
  )
}

/**
 * Copies them into the folder of a built site.
 *
 * @throws Error for what is not the file that it seems to be, whatever was checked before
 */
export async function copyOfferedFiles(content: Content, site: string): Promise<void> {
  for (const [address, file] of offeredFiles(content)) {
    const problem = assetProblem(content.root, file)
    if (problem) throw new Error(`${address}: ${problem.message}`)
    const target = path.join(site, ...address.split('/'))
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(file, target, constants.COPYFILE_EXCL)
  }
}

/** Pictures that a page links to. Most pages link to none, and need not be parsed to know it. */
function linkedFiles(content: Content): ReadonlySet<string> {
  const pictures = [...content.assets].filter(isPictureName)
  const files = new Set<string>()
  for (const document of content.documents) {
    if (!document.isDivided || !pictures.some((file) => document.text.includes(path.basename(file)))) continue
    for (const file of filesLinkedFrom(document)) files.add(file)
  }
  return files
}

function filesLinkedFrom(document: ContentDocument): string[] {
  const folder = path.dirname(document.path)
  return [...nodesOf([parsePage(document)], 'link', 'definition')].map(({ node }) =>
    path.resolve(folder, decoded(node.url.replace(/[#?].*$/s, '')) ?? ''),
  )
}
