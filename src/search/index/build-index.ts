import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as pagefind from 'pagefind'
import { INDEX_EXCLUDES, INDEX_FOLDER } from '../engine/settings.ts'
import { watchProcess } from './child-process.ts'
import type { IndexOptions } from './make-index.ts'
import { markedHtml } from './marked-html.ts'
import { writeIndex } from './write-index.ts'

const UNUSED = ['ui', 'modular-ui', 'component-ui'].flatMap((ui) => [
  `pagefind-${ui}.js`,
  `pagefind-${ui}.css`,
])

/** An index in the making. Pagefind runs in a process of its own and reads pages while others are rendered. */
export interface SearchIndex {
  /** Takes a page: its file in the folder of the site, and its HTML. The order of the pages is part of the index. */
  add: (file: string, html: string) => void
  /**
   * Writes Pagefind's index into the folder of the site, and what our own search looks up beside it.
   *
   * @returns how many pages it holds
   * @throws Error with a sentence where Pagefind cannot read a page, or its process has ended
   */
  write: (folder: string) => Promise<number>
  /** Ends Pagefind's process, also where the index was never written. */
  close: () => Promise<void>
}

export async function startIndex(options: IndexOptions): Promise<SearchIndex> {
  const { result, process } = await watchProcess(() =>
    pagefind.createIndex({ excludeSelectors: INDEX_EXCLUDES, forceLanguage: options.language }),
  )
  const { index, errors } = result
  if (!index) throw new Error(failure(errors))
  const added: Promise<readonly string[]>[] = []
  return {
    add(sourcePath, content) {
      added.push(
        index.addHTMLFile({ sourcePath, content: markedHtml(content) }).then(
          (answer) => answer.errors,
          (error: unknown) => [String(error)],
        ),
      )
    },
    async write(folder) {
      const outputPath = join(folder, INDEX_FOLDER)
      const failures = (await process.whileItRuns(Promise.all(added))).flat()
      const written = await process.whileItRuns(index.writeFiles({ outputPath }))
      failures.push(...written.errors)
      if (failures.length > 0) throw new Error(failure(failures))
      // The interfaces that Pagefind brings: ours is another, and who keeps the site for offline would keep them too.
      for (const name of UNUSED) await rm(join(outputPath, name), { force: true })
      return await writeIndex(outputPath, options)
    },
    async close() {
      // What is on its way to a process that has ended, that process complains of.
      await process.whileItRuns(Promise.all(added)).catch(() => undefined)
      await pagefind.close()
    },
  }
}

function failure(errors: readonly string[]): string {
  return `The search index cannot be made: ${errors.join('; ')}`
}
