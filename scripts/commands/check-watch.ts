import { watch } from 'node:fs'
import path from 'node:path'
import { contentStore } from '../../src/content/read/store.ts'
import type { Content } from '../../src/content/read/load.ts'

/** An editor writes a file in several steps; they are one change. In milliseconds. */
const PAUSE = 100

/**
 * Calls `look` with the content as it is, and again after each change of it, one call at a time. It ends with the process.
 *
 * @param root the content folder, absolute
 */
export async function watchContent(root: string, look: (content: Content) => Promise<void>): Promise<never> {
  const store = contentStore(root)
  store.follow()
  let change = Promise.withResolvers<undefined>()
  watch(root, { recursive: true }, (_event, name) => {
    if (name !== null) store.invalidate(path.join(root, name))
    change.resolve(undefined)
  })
  for (;;) {
    const next = change.promise
    await look(store.read())
    await next
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    change = Promise.withResolvers<undefined>()
  }
}
