import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calledAs } from '../../scripts/lib/called-as.ts'
import { userEnvironment } from '../support/npm-run.ts'

/** A folder of a team that has nothing but the package: what `npm install watchbook-….tgz` makes of it, without a registry. */
const team = mkdtempSync(path.join(tmpdir(), 'watchbook-package-'))
const installed = path.join(team, 'node_modules/watchbook')
let packed: string[] = []

beforeAll(() => {
  // Some machines forbid scripts of packages, this one's own too.
  execFileSync('npm', ['run', '--silent', 'prepack'])
  const [made] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', team], {
      encoding: 'utf8',
    }),
  ) as { filename: string; files: { path: string }[] }[]
  packed = made?.files.map((file) => file.path) ?? []
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['xzf', path.join(team, made?.filename ?? ''), '-C', installed, '--strip-components=1'])
  installPackages()
})

afterAll(() => {
  rmSync(team, { recursive: true, force: true })
})

/** The packages that the lock file has without those of the developers, as links. */
function installPackages(): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  for (const [place, { dev }] of Object.entries(lock.packages)) {
    if (!/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(place) || dev === true || !existsSync(place)) continue
    mkdirSync(path.dirname(path.join(team, place)), { recursive: true })
    symlinkSync(path.resolve(place), path.join(team, place))
  }
  const { bin } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
    bin: { watchbook: string }
  }
  chmodSync(path.join(installed, bin.watchbook), 0o755)
  mkdirSync(path.join(team, 'node_modules/.bin'))
  symlinkSync(path.join('../watchbook', bin.watchbook), path.join(team, 'node_modules/.bin/watchbook'))
  writeFileSync(path.join(team, 'package.json'), '{ "private": true }')
}

function watchbook(...words: string[]) {
  return spawnSync('npx', ['--no-install', 'watchbook', ...words], {
    cwd: team,
    env: userEnvironment({}),
    encoding: 'utf8',
  })
}

it('holds JavaScript and declarations, and nothing that Node would have to strip of types', () => {
  expect(packed.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([])
  expect(packed).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'NOTICE',
      'README.md',
      'package/astro.config.mjs',
      'package/src/oncall/index.js',
      'package/src/oncall/index.d.ts',
      'package/scripts/start-node.js',
    ]),
  )
  expect(
    packed.filter((file) => /^(?:content|tests|docs)\/|scripts\/tools\/|node_modules/.test(file)),
  ).toEqual([])
})

it('init, check and build work in a folder that has nothing else, and name themselves as they are called', () => {
  const init = watchbook('init', 'content')
  expect(init.stderr + init.stdout).toContain('see it with: npx watchbook start')
  const check = watchbook('check')
  expect(check.stdout).toContain('No mistakes found.')
  const build = watchbook('build')
  expect(build.status, build.stderr).toBe(0)
  const page = readFileSync(path.join(team, 'dist/issues/orders-late/index.html'), 'utf8')
  expect(page).toContain('Orders are late')
  const assets = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  expect(assets.length).toBeGreaterThan(1)
  for (const file of [...assets, '/index.md', '/issues/orders-late/index.md', '/pagefind/pagefind.js'])
    expect(existsSync(path.join(team, 'dist', file)), file).toBe(true)
  expect(existsSync(path.join(installed, 'package/dist'))).toBe(false)
})

it('dev serves the folder while it is edited', async () => {
  const port = await freePort()
  const server = spawn('npx', ['--no-install', 'watchbook', 'dev'], {
    cwd: team,
    env: userEnvironment({ PORT: String(port) }),
    stdio: 'ignore',
    detached: true,
  })
  try {
    expect(await answerOf(`http://localhost:${String(port)}/issues/orders-late/`, server)).toContain(
      'Orders are late',
    )
  } finally {
    // The group that was started here.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
  }
})

it('names only commands that there are', () => {
  expect(
    calledAs('Run npm run check -- --summary, npm run lint or CONTENT_ROOT=content npm start.', true),
  ).toBe('Run npx watchbook check --summary, npm run lint or npx watchbook start.')
  expect(calledAs('Run npm run check -- --summary.', false)).toBe('Run npm run check -- --summary.')
})

async function answerOf(address: string, server: ChildProcess): Promise<string> {
  for (let tries = 0; tries < 1500 && server.exitCode === null; tries += 1) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return answer.text()
    await setTimeout(300)
  }
  throw new Error('watchbook dev does not answer')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}
