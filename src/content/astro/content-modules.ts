import type { Plugin } from 'vite'
import { isPictureName } from '../gate/index.ts'
import { assetProblem } from '../read/assets.ts'
import { contentStore } from '../read/store.ts'

/**
 * Vite plugin: of the content folder the bundler opens pages in MDX, which the gate reads, and pictures, and nothing else.
 * Whatever else a page might get it to open would run as a module.
 */
export function contentModules(): Plugin {
  return {
    name: 'content-modules',
    enforce: 'pre',
    load(id) {
      const file = id.replace(/[?#].*$/s, '')
      const store = contentStore()
      if (!store.holds(file)) return
      if (file.endsWith('.mdx') && store.document(file) !== undefined) return
      const problem = isPictureName(file) ? assetProblem(store.root, file) : notAllowed
      if (problem) this.error(`${file}: ${problem.message}`)
    },
  }
}

const notAllowed = { message: 'nothing but pages and pictures of the content is part of the site' }
