import { pathToFileURL } from 'node:url'
import type { RenderPage } from '../../src/content/astro/built.ts'
import { pathOfFile } from '../../src/content/facts/addresses.ts'
import { markOf } from '../../src/content/facts/proofs/marks.ts'
import { assetProblem } from '../../src/content/read/assets.ts'
import { markdownProcessor } from '../../src/markdown/index.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { contentUrl } from '../../src/site/edit-links.ts'

/**
 * How the pages of a content folder become HTML, in modules and in Markdown alike.
 *
 * @param root the content folder, absolute
 */
export function siteMarkdown(root: string) {
  return markdownProcessor({
    base: ADDRESS.base,
    contentFolder: root,
    imageProblem: (file) => assetProblem(root, file)?.message,
    forgeUrl: contentUrl,
    markOf,
    pathOfFile: (file) => pathOfFile(root, file),
  })
}

/** Renders the Markdown pages of a content folder as Astro does, without Astro. */
export async function pageRenderer(root: string): Promise<RenderPage> {
  const renderer = await siteMarkdown(root).createRenderer({
    image: { domains: [], remotePatterns: [] },
    // Our own plugin does it.
    syntaxHighlight: false,
  })
  return async ({ body, path: file }) => {
    // Astro leaves an empty line where the frontmatter was.
    const { code, metadata } = await renderer.render(`\n${body}`, { fileURL: pathToFileURL(file) })
    const { headings, localImagePaths, remoteImagePaths } = metadata
    return { html: code, metadata: { headings, imagePaths: [...localImagePaths, ...remoteImagePaths] } }
  }
}
