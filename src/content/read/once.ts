import type { Content } from './load.ts'

const shared = globalThis as { watchbookFacts?: Map<string, WeakMap<Content, unknown>> }

/**
 * What follows from a content and takes reading files of its own: computed once for each state of the content, and shared by
 * the configuration and the bundled pages, which are two instances of each module.
 *
 * @param name of the fact
 */
export function oncePerContent<T>(name: string, compute: (content: Content) => T): (content: Content) => T {
  return (content) => {
    const facts = (shared.watchbookFacts ??= new Map<string, WeakMap<Content, unknown>>())
    const known = facts.get(name) ?? new WeakMap<Content, unknown>()
    facts.set(name, known)
    if (!known.has(content)) known.set(content, compute(content))
    // Under a name, one function alone writes.
    return known.get(content) as T
  }
}
