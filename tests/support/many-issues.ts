import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIXTURE } from './built-sites.ts'

/** Two of these name an issue, so that each has words of its own and shares each of them with some others. */
const WORDS = [
  ...['amber', 'basalt', 'cobalt', 'drift', 'ember', 'fjord', 'garnet', 'harbor', 'indigo', 'jasper'],
  ...['kelp', 'lagoon', 'maple', 'nectar', 'onyx', 'pebble', 'quartz', 'ravine', 'saffron', 'tundra'],
  ...[
    'umber',
    'velvet',
    'willow',
    'xenon',
    'yarrow',
    'zephyr',
    'acorn',
    'birch',
    'cedar',
    'dune',
    'elm',
    'fern',
  ],
]

/**
 * Writes a content folder of `count` issues: the tests' own or those of another folder, then copies of them in turn, each under a name and with
 * error texts of its own, with tables, alerts and code in five languages. Those of the tests are 2.6 KB long, those of this site
 * 22 KB. What a copy shows was not tried on anything, and says so.
 *
 * @returns the ids of the copies
 */
export function writeManyIssues(folder: string, count: number, from = FIXTURE): string[] {
  cpSync(from, folder, { recursive: true })
  const issues = join(folder, 'issues')
  const originals = readdirSync(issues).filter((file) => file.endsWith('.md'))
  mkdirSync(issues, { recursive: true })
  return Array.from({ length: count - originals.length }, (_, index) => {
    const original = readFileSync(join(issues, originals[index % originals.length] ?? ''), 'utf8')
    const words = [WORDS[index % WORDS.length], WORDS[Math.floor(index / WORDS.length) % WORDS.length]]
    const id = `${words.join('-')}-${String(index)}`
    writeFileSync(join(issues, `${id}.md`), copyOf(original, words.join(' '), String(index)))
    return id
  })
}

function copyOf(issue: string, name: string, number: string): string {
  return issue
    .replace(/^(title: .*)$/m, `$1 of ${name} ${number}`)
    .replace(/^(summary: .*?)\.?$/m, `$1, in ${name}.`)
    .replace(
      /^alerts:((?:.|\n)*?)(?=\n\S)/m,
      (_, names: string) => `alerts:${names.replaceAll(/\w+/g, `$&${number}`)}`,
    )
    .replaceAll(/^ {2}- (['"])(.*)\1$/gm, `  - $1$2 in ${name} ${number}$1`)
    .replaceAll(/^( *```\w+) test="(?!none|parse)[^\n]*$/gm, '$1 test="none: a copy of a page"')
    .replace(/^## Symptoms\n/m, `## Symptoms\n\n- The dashboard of ${name} shows it first.\n`)
}
