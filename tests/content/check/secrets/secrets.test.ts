import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { runBuild } from '../../../../scripts/commands/build.ts'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { hashOf } from '../../../../src/content/check/secrets/index.ts'
import { reporters } from '../../../../src/content/check/reporters/index.ts'
import { findingsIn, withContent } from '../broken-content.ts'
import { KINDS, MORE_KINDS } from './kinds.ts'
import { lookAlikes } from './look-alikes.ts'
import { randomFrom } from './random.ts'

/** Another run, other secrets; the seed is in every message, so that a failing run can be repeated. */
const seed = Number(process.env['SECRETS_SEED'] ?? Date.now() % 1_000_000)
const ROUNDS = 5

const PLACES: Readonly<Record<string, (secret: string) => string>> = {
  'a code block': (secret) => `Run:\n\n\`\`\`bash test="none: needs a warehouse"\n${secret}\n\`\`\`\n`,
  'a link': (secret) => `See [this](https://example.com/?q=${secret}) first.\n`,
  'a sentence': (secret) => `Use it: ${secret}\n\nThen wait.\n`,
}

function missedOf(kinds: typeof KINDS): string[] {
  const missed: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const random = randomFrom(seed + round)
    for (const [kind, make] of Object.entries(kinds)) {
      for (const [place, put] of Object.entries(PLACES))
        if (findSecrets(put(make(random))).length === 0) missed.push(`${kind} in ${place}`)
    }
  }
  return missed
}

describe(`secrets made at run time, seed ${String(seed)}`, () => {
  it('finds every one of the kinds that teams paste, in a code block, in a link and in a sentence', () => {
    expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(104)
    const missed = missedOf(KINDS)
    // A random value of letters alone can read like words: rarely, and never a whole kind.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(
      Object.keys(KINDS).length * 3 * ROUNDS * 0.005,
    )
    expect(kindsMissedAlways(missed)).toEqual([])
  })

  it('finds further kinds and notations that nobody had listed', () => {
    const missed = missedOf(MORE_KINDS)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(
      Object.keys(MORE_KINDS).length * 3 * ROUNDS * 0.02,
    )
  })

  it('takes at most one in a hundred of 300 and more look-alikes for a secret', () => {
    const texts = Array.from({ length: ROUNDS }, (_, round) => lookAlikes(randomFrom(seed + round))).flat()
    expect(texts.length / ROUNDS).toBeGreaterThanOrEqual(300)
    const wrong = texts.filter((text) => findSecrets(PLACES['a code block']?.(text) ?? text).length > 0)
    expect(wrong.length / texts.length, wrong.join('\n')).toBeLessThanOrEqual(0.01)
  })
})

function kindsMissedAlways(missed: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const kind of missed) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].filter(([, count]) => count === ROUNDS).map(([kind]) => kind)
}

const random = randomFrom(seed)
const token = () => `ghp_${random.alnum(36)}`
const ISSUE = 'issues/orders-late.md'

/** What the check says of a content folder after `change`, as the reporter for terminals prints it. */
function reportAfter(change: (root: string) => void): string {
  return withContent((root) => {
    change(root)
    return (reporters['text'] ?? String)(findingsIn(root))
  })
}

const secretsIn = (report: string) => report.split('\n').filter((line) => line.includes('  secret  '))

describe('no directive in the content switches the search off', () => {
  it.for([
    '<!-- secretlint-disable -->',
    '# secretlint-disable',
    '// secretlint-disable-next-line',
    '<!-- secretlint-disable @secretlint/secretlint-rule-github -->',
    '# gitleaks:allow',
    '# pragma: allowlist secret',
    '# nosec',
    '# trufflehog:ignore',
  ])('%s', (directive) => {
    const secret = token()
    const inProse = reportAfter((root) =>
      appendFileSync(path.join(root, ISSUE), `\n${directive}\n\n${secret} ${directive}\n`),
    )
    expect(secretsIn(inProse)).toHaveLength(1)
    const inBlock = reportAfter((root) =>
      appendFileSync(path.join(root, ISSUE), `\n\`\`\`text\n${directive}\n${secret} ${directive}\n\`\`\`\n`),
    )
    expect(secretsIn(inBlock)).toHaveLength(1)
    const inAnother = reportAfter((root) => {
      appendFileSync(path.join(root, 'engineers/engineer-a.yaml'), `${directive}\n`)
      appendFileSync(path.join(root, ISSUE), `\n${secret}\n`)
    })
    expect(secretsIn(inAnother)).toHaveLength(1)
  })
})

describe('a secret is found wherever it is below the content root, once, and is not repeated', () => {
  const places: Readonly<Record<string, (root: string, secret: string) => void>> = {
    'a file to download': (root, secret) => put(root, 'files/notes.txt', secret),
    'a deep folder of files': (root, secret) => put(root, 'files/a/b/.hidden/x.csv', `id,${secret}\n`),
    'a drawing': (root, secret) =>
      put(root, 'images/x.svg', `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>`),
    'a drawing, across tags': (root, secret) =>
      put(
        root,
        'images/x.svg',
        `<svg><text>${secret.slice(0, 5)}<tspan>${secret.slice(5)}</tspan></text></svg>`,
      ),
    'README.md': (root, secret) => put(root, 'README.md', `# Notes\n\n${secret}\n`),
    'a hidden file': (root, secret) => put(root, '.env', `GITHUB=${secret}\n`),
    'a file that nothing reads': (root, secret) => put(root, 'issues/old.txt', secret),
    'the name of a file': (root, secret) => put(root, `files/${secret}.txt`, 'x'),
    'a file in UTF-16': (root, secret) =>
      put(
        root,
        'files/notes.txt',
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(secret, 'utf16le')]),
      ),
    'a comment in YAML': (root, secret) => appendFileSync(path.join(root, 'site.yaml'), `# ${secret}\n`),
    'a comment in Markdown': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\n<!-- ${secret} -->\n`),
    'an escape in YAML': (root, secret) =>
      put(root, 'teams/data-engineering.yaml', `name: Data\nsummary: "gh\\x70${secret.slice(3)}"\n`),
    'a field': (root, secret) => put(root, 'teams/data-engineering.yaml', `name: Data\nsummary: ${secret}\n`),
    'a wrong field, whose name another finding would repeat': (root, secret) =>
      put(root, 'teams/data-engineering.yaml', `name: Data\nsummary: Text\n${secret}: 1\n`),
    'the target of a broken link': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\n[x](../files/${secret}.md)\n`),
    'an entity': (root, secret) => appendFileSync(path.join(root, ISSUE), `\ngh&#112;${secret.slice(3)}\n`),
    'an entity in a number of another base': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\ngh&#x70;${secret.slice(3)}\n`),
    'a tag in the middle': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\ngh<b></b>${secret.slice(2)}\n`),
    'emphasis in the middle': (root, secret) =>
      appendFileSync(
        path.join(root, ISSUE),
        `\n${secret.slice(0, 10)}**${secret.slice(10, 20)}**${secret.slice(20)}\n`,
      ),
    'a backslash of Markdown': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\n${secret.replace('_', '\\_')}\n`),
    'an escape of JSON': (root, secret) =>
      appendFileSync(
        path.join(root, ISSUE),
        `\n\`\`\`json test\n{"a": "gh\\u0070${secret.slice(3)}"}\n\`\`\`\n`,
      ),
    'percent signs of an address': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\n[x](https://example.com/?t=gh%70${secret.slice(3)})\n`),
    base64: (root, secret) =>
      appendFileSync(
        path.join(root, ISSUE),
        `\n    echo ${Buffer.from(secret).toString('base64')} | base64 -d\n`,
      ),
    'letters of double width': (root, secret) =>
      appendFileSync(path.join(root, ISSUE), `\nｇｈｐ＿${secret.slice(4)}\n`),
    'a column of a table': (root, secret) =>
      appendFileSync(
        path.join(root, ISSUE),
        `\n| user | password |\n|:--|--:|\n| admin | \`${secret.slice(4)}\` |\n`,
      ),
  }

  it.for(Object.entries(places))('%s', ([, hide]) => {
    const secret = token()
    const report = reportAfter((root) => hide(root, secret))
    expect(secretsIn(report).length, report).toBe(1)
    expect(report).not.toContain(secret)
    expect(report).not.toContain(secret.slice(4))
  })

  it('where two files hold two secrets, each has its finding', () => {
    const report = reportAfter((root) => {
      appendFileSync(path.join(root, ISSUE), `\n${token()}\n`)
      put(root, 'files/a.txt', token())
    })
    expect(secretsIn(report)).toHaveLength(2)
  })
})

it('the build looks for secrets too, and builds nothing where it finds one', async () => {
  await withContent(async (root) => {
    const secret = token()
    put(root, 'files/notes.txt', secret)
    vi.stubEnv('CONTENT_ROOT', root)
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    try {
      expect(await runBuild()).toBe(1)
      const printed = error.mock.calls.flat().join('\n')
      expect(printed).toMatch(/files\/notes\.txt:1:1 {2}error {2}secret/)
      expect(printed).not.toContain(secret)
    } finally {
      error.mockRestore()
      vi.unstubAllEnvs()
    }
  })
})

describe('one way is left: baseline.yaml accepts a text by its hash', () => {
  const secret = token()
  const withSecret = (root: string) => appendFileSync(path.join(root, ISSUE), `\n${secret}\n`)

  it('accepts the text that it names, and no other', () => {
    const baseline = `secrets:\n  - hash: ${hashOf(secret)}\n    reason: An example that gives access to nothing.\n`
    const accepted = reportAfter((root) => {
      withSecret(root)
      put(root, 'baseline.yaml', baseline)
    })
    expect(accepted).toBe('No mistakes found.')
    const other = reportAfter((root) => {
      withSecret(root)
      appendFileSync(path.join(root, ISSUE), `\n${token()}\n`)
      put(root, 'baseline.yaml', baseline)
    })
    expect(secretsIn(other)).toHaveLength(1)
  })

  it('is told the hash by the finding', () => {
    expect(reportAfter(withSecret)).toContain(`{hash: ${hashOf(secret)}, reason: …}`)
  })

  it('accepts nothing while it has a mistake', () => {
    for (const baseline of [
      `secrets:\n  - hash: ${hashOf(secret)}\n`,
      `secrets:\n  - hash: ${hashOf(secret)}\n    reason: ""\n`,
      `secret:\n  - hash: ${hashOf(secret)}\n    reason: Why\n`,
      `secrets:\n  - hash: ${hashOf(secret)}\n   reason: Why\n`,
    ]) {
      const report = reportAfter((root) => {
        withSecret(root)
        put(root, 'baseline.yaml', baseline)
      })
      expect(secretsIn(report), report).toHaveLength(1)
      expect(report).toMatch(/baseline\.yaml:\d+:\d+ {2}error/)
    }
  })

  it('is told to forget what is no longer there', () => {
    const report = reportAfter((root) =>
      put(root, 'baseline.yaml', `secrets:\n  - hash: ${hashOf(secret)}\n    reason: Why\n`),
    )
    expect(report).toMatch(/baseline\.yaml:2:11 {2}warning {2}unused-acceptance/)
  })
})

function put(root: string, name: string, text: string | Buffer): void {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
