import { fileURLToPath } from 'node:url'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where builds happen: absolute paths, whatever the working folder. */
export const FOLDERS = {
  site: inProject('dist'),
  work: inProject('.cache/build'),
  cache: inProject('.cache/astro'),
}
