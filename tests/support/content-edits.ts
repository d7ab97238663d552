import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { BUILD_DATE } from './npm-run.ts'

/** Numbers from 0 up to a limit, drawn from a seed: the same seed, the same numbers. */
export type Draws = (limit: number) => number

export function draws(seed: number): Draws {
  let state = seed >>> 0
  return (limit) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

interface Place {
  root: string
  draw: Draws
  /** Of this kind, any file that there is. */
  any: (collection: string) => string
  pick: (list: readonly string[]) => string
}

/** What people do to a content folder. Each changes files and gives the names of those that it touched. */
const KINDS = {
  prose: ({ any, draw }) => edit(any('issues'), /^## Fix$/m, `## Fix\n\nLine ${String(draw(1000))} is new.`),
  title: ({ any, draw }) => edit(any('issues'), /^title: .*$/m, `title: Another title ${String(draw(1000))}`),
  summary: ({ any, draw }) =>
    edit(any('issues'), /^summary: .*$/m, `summary: Seen ${String(draw(1000))} times.`),
  severity: ({ any, pick }) =>
    edit(any('issues'), /^severity: .*$/m, `severity: ${pick(['sev1', 'sev2', 'sev3'])}`),
  component: ({ any, pick }) =>
    edit(any('issues'), /^components: \[/m, `components: [${pick(['redis', 'airflow'])}, `),
  alert: ({ any, draw }) => edit(any('issues'), /^alerts: \[/m, `alerts: [NewAlert${String(draw(1000))}, `),
  'another runbook': ({ any, pick }) =>
    edit(
      any('issues'),
      /^runbook: .*$/m,
      `runbook: ${pick(['aggregate', 'engagement', 'profit', 'growth'])}`,
    ),
  table: ({ any, draw }) =>
    append(any('issues'), `\n| Text | Means |\n| --- | --- |\n| ${String(draw(1000))} | much |\n`),
  suggestion: ({ any }) => append(any('issues'), '\n> [!SUGGESTION]\n> Ask the team whether this is so.\n'),
  owner: ({ any, pick }) =>
    edit(
      any('pipelines'),
      /^primaryOwner: .*$/m,
      `primaryOwner: ${pick(['accounts', 'data-science', 'finance-risk'])}`,
    ),
  'title of a runbook': ({ any, draw }) =>
    edit(any('runbooks'), /^title: .*$/m, `title: Runbook ${String(draw(1000))}`),
  'name of a team': ({ any, draw }) => edit(any('teams'), /^name: .*$/m, `name: Team ${String(draw(1000))}`),
  'name of an engineer': ({ any, draw }) =>
    edit(any('engineers'), /^name: .*$/m, `name: Engineer ${String(draw(1000))}`),
  site: ({ root, draw }) =>
    edit(path.join(root, 'site.yaml'), /^name: .*$/m, `name: Watchbook ${String(draw(1000))}`),
  holiday: ({ any, draw }) => {
    const file = any('rotas')
    const without = readFileSync(file, 'utf8').replace(/^holidays: .*\n/m, '')
    writeFileSync(
      file,
      `${without.trimEnd()}\nholidays: { add: [{ date: 2027-03-${day(draw)}, name: Local day }] }\n`,
    )
    return file
  },
  leave: ({ root, draw }) =>
    write(
      path.join(root, `leave/away-${String(draw(1000))}.yaml`),
      `engineer: engineer-a\nfrom: 2027-04-${day(draw)}\nto: 2027-05-02\n`,
    ),
  override: ({ root, draw }) =>
    write(
      path.join(root, `overrides/swap-${String(draw(1000))}.yaml`),
      `rota: data-engineering\nfrom: 2027-06-${day(draw)}\nto: 2027-06-30\nengineer: engineer-b\nreason: swap\n`,
    ),
  new: ({ root, any, draw }) => {
    const text = readFileSync(any('issues'), 'utf8').replace(
      /^(alerts|signatures|aliases):.*\n(?: {2}- .*\n)*/gm,
      '',
    )
    return write(
      path.join(root, `issues/new-${String(draw(1000))}.md`),
      text.replace(/^title: .*$/m, `title: New ${String(draw(1e6))}`),
    )
  },
  rename: ({ any, draw }) => {
    const file = any('issues')
    const to = path.join(path.dirname(file), `renamed-${String(draw(1000))}.md`)
    renameSync(file, to)
    return to
  },
  delete: ({ any }) => {
    const file = any('issues')
    rmSync(file)
    return file
  },
} satisfies Readonly<Record<string, (place: Place) => string>>
type EditKind = keyof typeof KINDS

/**
 * Makes one edit that changes something and passes the check; one that does not is taken back, and another is drawn.
 *
 * @param kind of which kind it is; of any, if left out
 * @returns what was done
 */
export function makeEdit(root: string, draw: Draws, kind?: EditKind): string {
  const names = Object.keys(KINDS) as EditKind[]
  for (let tries = 0; tries < 500; tries++) {
    const name = kind ?? names[draw(names.length)] ?? 'prose'
    const before = filesIn(root)
    const any = (collection: string) => {
      const files = readdirSync(path.join(root, collection)).sort()
      return path.join(root, collection, files[draw(files.length)] ?? '')
    }
    const file = KINDS[name]({ root, draw, any, pick: (list) => list[draw(list.length)] ?? '' })
    if (isSame(before, filesIn(root))) continue
    const findings = checkContent(loadContent(root), { today: BUILD_DATE })
    if (findings.every(({ severity }) => severity !== 'error'))
      return `${name} (${path.relative(root, file)})`
    putBack(root, before)
  }
  throw new Error(`No edit of the kind ${kind ?? 'any'} passes the check.`)
}

function isSame(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): boolean {
  return before.size === after.size && [...before].every(([file, bytes]) => after.get(file)?.equals(bytes))
}

function edit(file: string, what: RegExp, by: string): string {
  return write(file, readFileSync(file, 'utf8').replace(what, by))
}

function append(file: string, text: string): string {
  return write(file, readFileSync(file, 'utf8') + text)
}

function write(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

function day(draw: Draws): string {
  return String(1 + draw(28)).padStart(2, '0')
}

function filesIn(root: string): ReadonlyMap<string, Buffer> {
  const items = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  return new Map(
    items.map((item) => [
      path.join(item.parentPath, item.name),
      readFileSync(path.join(item.parentPath, item.name)),
    ]),
  )
}

function putBack(root: string, files: ReadonlyMap<string, Buffer>): void {
  for (const file of filesIn(root).keys()) if (!files.has(file)) rmSync(file)
  for (const [file, bytes] of files)
    if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes)
}
