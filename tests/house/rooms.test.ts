import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { PACKAGES, ROOMS } from '../../eslint.rooms.js'

const eslint = new ESLint()

/** The messages for some code, as if it were a file of that room. */
async function lint(room: string, code: string, filePath = fileOf(room, /\.ts$/)): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath })
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId }) => `${String(line)} ${ruleId ?? ''}`),
  )
}

/** A file of a room that another can import. */
function fileOf(room: string, ending = /\.(ts|astro|css)$/): string {
  const folder = room.replace(/\/\*$/, '')
  const file = readdirSync(folder, { recursive: !room.endsWith('/*'), encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .sort()
    .find((name) => ending.test(name) && !name.includes('.d.'))
  if (file === undefined) throw new Error(`There is no file in ${room}.`)
  return file
}

/** Whether a room may import another: it, or a room around it, is listed. */
function mayImport(room: (typeof ROOMS)[number], other: string): boolean {
  return [room.room, ...room.mayImport].some(
    (allowed) => other === allowed || other.startsWith(`${allowed}/`),
  )
}

const importOf = (room: string, file: string) => {
  const relative = path.relative(path.dirname(fileOf(room, /\.ts$/)), file).replaceAll(path.sep, '/')
  return `import '${relative.startsWith('.') ? relative : `./${relative}`}'`
}

describe('the rooms', () => {
  it('are all there', () => {
    expect(ROOMS.map(({ room }) => room.replace(/\/\*$/, '')).filter((room) => !existsSync(room))).toEqual([])
  })

  it('have every file of src/ and scripts/ in one of them, but for the content configuration of Astro', () => {
    const files = [...readdirSync('src', { recursive: true, encoding: 'utf8' })]
      .map((name) => `src/${name.replaceAll(path.sep, '/')}`)
      .filter((name) => /\.(ts|astro)$/.test(name))
    const homeless = files.filter(
      (file) =>
        !ROOMS.some(({ room }) =>
          room.endsWith('/*') ? path.posix.dirname(file) === room.slice(0, -2) : file.startsWith(`${room}/`),
        ),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(
      homeless.filter((file) => !['src/content.config.ts'].includes(file) && !file.endsWith('.d.ts')),
    ).toEqual([])
  })

  it('never import each other in a circle', () => {
    const others = (from: string) =>
      ROOMS.filter((room) => room.room !== from && mayImport(roomOf(from), room.room))
    const roomOf = (name: string) =>
      ROOMS.find(({ room }) => room === name) ?? { room: name, mayImport: [], why: '' }
    const reach = (from: string, seen = new Set<string>()): Set<string> => {
      for (const { room } of others(from)) {
        if (seen.has(room)) continue
        seen.add(room)
        reach(room, seen)
      }
      return seen
    }
    expect(ROOMS.filter(({ room }) => reach(room).has(room)).map(({ room }) => room)).toEqual([])
  })

  // Style sheets import nothing that the linter sees.
  it.each(ROOMS.filter(({ room }) => room !== 'src/styles').map((room) => [room.room, room] as const))(
    '%s may import what its row lists, and nothing else',
    async (name, room) => {
      const others = ROOMS.map((other) => other.room).filter((other) => other !== name)
      const forbidden = others.filter((other) => !mayImport(room, other))
      const allowed = others.filter((other) => mayImport(room, other))
      expect(forbidden.length).toBeGreaterThan(0)
      const found = await lint(name, forbidden.map((other) => importOf(name, fileOf(other))).join('\n'))
      const reported = new Set(
        found
          .filter((each) => /import-x\/no-restricted-paths/.test(each))
          .map((each) => Number(each.split(' ')[0])),
      )
      expect(forbidden.filter((_, index) => !reported.has(index + 1))).toEqual([])
      expect(await lint(name, allowed.map((other) => importOf(name, fileOf(other))).join('\n'))).toEqual([])
    },
  )

  it('are in src/README.md as the linter has them', () => {
    const table = readFileSync('src/README.md', 'utf8').split('## Who may import whom')[1] ?? ''
    const rows = [...table.matchAll(/^\| `([^`]+)` +\| (.*?) +\|$/gm)].map(([, room = '', list = '']) => ({
      room,
      mayImport: [...list.matchAll(/`([^`]+)`/g)].map(([, other = '']) => other),
    }))
    expect(rows).toEqual(ROOMS.map(({ room, mayImport: others }) => ({ room, mayImport: [...others] })))
  })

  it('have the files that src/README.md sends a newcomer to', () => {
    const section =
      readFileSync('src/README.md', 'utf8').split('## Where do I find…')[1]?.split('\n## ')[0] ?? ''
    const places = section
      .split('\n')
      .filter((line) => line.startsWith('| ') && line.includes('`'))
      .flatMap((line) => [...line.matchAll(/`([\w./-]+)`/g)].map(([, place = '']) => place))
    expect(places.length).toBeGreaterThan(15)
    expect(places.filter((place) => !existsSync(path.join('src', place)) && !existsSync(place))).toEqual([])
  })
})

describe('code for the browser', () => {
  it.each(
    Object.keys(PACKAGES).flatMap((room) =>
      ['node:fs', 'fs', 'path', 'astro', 'zod'].map((name) => [room, name]),
    ),
  )('%s may not import %s', async (room, name) => {
    expect(await lint(room, `import '${name}'`)).toEqual(['1 no-restricted-imports'])
  })
})

describe('the engine', () => {
  it.each([
    ['the environment', "export const zone = process.env['TZ']", 'no-restricted-globals'],
    ['the clock', 'export const now = Date.now()', 'no-restricted-properties'],
    ['the clock in another way', 'export const now = new Date()', 'no-restricted-syntax'],
    ['chance', 'export const chance = Math.random()', 'no-restricted-properties'],
    ['the library of holidays', "import 'date-holidays'", 'no-restricted-imports'],
    ['the adapter to it', "import './date-holidays.ts'", 'no-restricted-syntax'],
  ])('may not use %s', async (_, code, rule) => {
    expect((await lint('src/oncall', code)).map((each) => each.split(' ')[1])).toContain(rule)
  })

  it('may use luxon, and its adapter the library and the environment', async () => {
    expect(await lint('src/oncall', "import 'luxon'")).toEqual([])
    expect(
      await lint(
        'src/oncall',
        "import 'date-holidays'\nexport const zone = process.env['TZ']",
        'date-holidays.ts',
      ),
    ).toEqual([])
  })
})
