import { buildSite } from './build-site.ts'
import { FOLDERS } from './folders.ts'

/**
 * Builds the site into `dist/`.
 *
 * @returns the exit code: 1 where the content has mistakes or the build fails, with the last good `dist/` left in place
 */
export async function runBuild(): Promise<number> {
  const started = performance.now()
  try {
    const { indexed } = await buildSite({
      folder: FOLDERS.site,
      workFolder: FOLDERS.work,
      cacheFolder: FOLDERS.cache,
    })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`Built dist/ in ${seconds} s; the search index holds ${String(indexed)} pages.`)
    return 0
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`)
    console.error('dist/ is the last good build.')
    return 1
  }
}
