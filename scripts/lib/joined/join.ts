import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Rolldown } from 'vite'

/** Modules that the entry of all commands has loaded already: a class of theirs must be one and the same. */
const LOADED = /[/\\]scripts[/\\]lib[/\\]command-error\.[jt]s$/

/**
 * Joins a module and all that it imports; what it imports later is in files of its own.
 *
 * @param module absolute
 * @param folder where the files go, absolute
 * @returns the name of the file to import
 */
export async function join(module: string, folder: string): Promise<string> {
  const { rolldown } = await bundler()
  const bundle = await rolldown({
    input: module,
    platform: 'node',
    logLevel: 'silent',
    // As Node does it: every module runs, whatever its package says.
    treeshake: { moduleSideEffects: true },
    plugins: [PLACES],
  })
  try {
    const { output } = await bundle.write({ dir: folder, format: 'esm', banner: packagesOf })
    return output[0].fileName
  } finally {
    await bundle.close()
  }
}

/** Files beside a module, packages and workers are found from where it was written. */
const PLACES: Rolldown.Plugin = {
  name: 'places',
  resolveId(id, from, { kind }) {
    if (from === undefined) return undefined
    // A package that is loaded late may hold machine code, which it finds beside its own files.
    if (kind === 'dynamic-import' && !/^[./]/.test(id)) return { id, external: true }
    if (!id.startsWith('.')) return undefined
    const file = path.resolve(path.dirname(from), id)
    return LOADED.test(file) ? { id: pathToFileURL(file).href, external: true } : undefined
  },
  transform: (code, id) =>
    code.includes('import.meta')
      ? code
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
      : undefined,
}

/** A line that says which packages are in a file. */
function packagesOf({ moduleIds }: { moduleIds: readonly string[] }): string {
  const names = moduleIds.flatMap(
    (id) => /.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/.exec(id)?.[1]?.replace('\\', '/') ?? [],
  )
  return `// Packages: ${[...new Set(names)].sort().join(' ')}`
}

/** The bundler that builds the site: Astro brings it through Vite. */
async function bundler(): Promise<typeof Rolldown> {
  const found = ['astro', 'vite', 'rolldown'].reduce(
    (from, name) => createRequire(from).resolve(name),
    fileURLToPath(import.meta.url),
  )
  return (await import(pathToFileURL(found).href)) as typeof Rolldown
}
