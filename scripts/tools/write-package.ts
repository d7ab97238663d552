import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/**
 * Writes `package/`, which is all that `npm pack` takes: the engine as JavaScript with declarations. Node strips no types
 * below `node_modules`, so that a checkout runs the TypeScript itself and a package cannot.
 */
const ROOT = path.resolve(import.meta.dirname, '../..')
const OUT = path.join(ROOT, 'package')
/** What the engine is made of; tools and tests stay in the repository. */
const PARTS = ['src', 'scripts', 'public', 'astro.config.mjs']
const SKIPPED = /^scripts\/tools(?:\/|$)|(?:^|\/)README\.md$/
/** Files in which specifiers of TypeScript are written out, for Astro or for Node. */
const WITH_IMPORTS = /\.(?:astro|mjs|js)$/

rmSync(OUT, { recursive: true, force: true })
const files = PARTS.flatMap((part) => filesOf(part))
const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
compile(sources)
for (const file of files.filter((each) => !sources.includes(each))) {
  const target = path.join(OUT, file)
  mkdirSync(path.dirname(target), { recursive: true })
  if (WITH_IMPORTS.test(file) && !file.startsWith('public/'))
    writeFileSync(target, toJavaScript(readFileSync(path.join(ROOT, file), 'utf8')))
  else cpSync(path.join(ROOT, file), target)
}
writePackageFile()
console.log(`package/ holds ${String(files.length)} files of the engine.`)

function filesOf(part: string): string[] {
  if (path.extname(part) !== '') return [part]
  return readdirSync(path.join(ROOT, part), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(ROOT, path.join(item.parentPath, item.name)).split(path.sep).join('/'))
    .filter((file) => !SKIPPED.test(file))
    .sort()
}

/** Emits JavaScript and declarations, with the endings of relative imports changed. */
function compile(names: readonly string[]): void {
  const { config, error } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  )
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const program = ts.createProgram(
    [...names, 'src/prismjs.d.ts'].map((file) => path.join(ROOT, file)),
    {
      ...options,
      noEmit: false,
      emitDeclarationOnly: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: ROOT,
      outDir: OUT,
      newLine: ts.NewLineKind.LineFeed,
    },
  )
  const { diagnostics } = program.emit(undefined, (file, text) => {
    // Whatever lies below pages/ is a page to Astro.
    if (/[/\\]src[/\\]pages[/\\].*\.d\.ts$/.test(file)) return
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, file.endsWith('.js') ? toJavaScript(text) : text)
  })
  for (const { messageText } of diagnostics) console.warn(ts.flattenDiagnosticMessageText(messageText, '\n'))
}

/** `'./worker.ts'` is `'./worker.js'`: in imports, and in the addresses of workers, which may ask for more behind a `?`. */
function toJavaScript(text: string): string {
  return text.replace(/(['"])(\.{1,2}\/[\w./[\]-]+)\.ts(\?[\w&=]+)?\1/g, '$1$2.js$3$1')
}

/** What Node and the engine read beside the code; what npm reads is the file of the repository. */
function writePackageFile(): void {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>
  writeFileSync(
    path.join(OUT, 'package.json'),
    `${JSON.stringify({ name, version, license, private: true, type: 'module' }, undefined, 2)}\n`,
  )
}
