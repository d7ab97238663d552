import { contentRoot, loadContent, type Content } from './load.ts'

let loaded: Content | undefined

/** The content as the scripts read it, for what Astro's collections do not hold; read once for a build. */
export function loadedContent(): Content {
  if (import.meta.env.DEV) return loadContent(contentRoot())
  loaded ??= loadContent(contentRoot())
  return loaded
}
