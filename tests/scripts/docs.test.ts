import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../scripts/commands/index.ts'
import { REFERENCE, referenceDocument } from '../../scripts/tools/write-reference.ts'

/** Documents on the forge, those of the record of decisions aside. */
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs')]
const textOf = (file: string) => readFileSync(file, 'utf8')

/** What the code can say: its texts, as one. */
const code = ['src', 'scripts']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.(?:ts|js)$/.test(file))
  .map(textOf)
  .join('\n')

describe('docs/troubleshooting.md', () => {
  const messages = [...textOf('docs/troubleshooting.md').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, message = '']) => message,
  )

  it('has messages', () => {
    expect(messages.length).toBeGreaterThan(15)
  })

  it.each(messages)('%s: the code says so', (message) => {
    for (const part of message.split(/…|: /).map((each) => each.replace(/^[\s,]+|\s+$/g, '')))
      expect(code).toContain(part)
  })
})

const written = DOCUMENTS.flatMap((file) =>
  [...textOf(file).matchAll(/(?:npm run(?: --silent)?|npx watchbook) ([a-z][\w:-]*)((?: [^\s`|]+)*)/g)].map(
    ([all, name = '', rest = '']) => ({ file, all, name, rest }),
  ),
)
const scripts = Object.keys(
  (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts,
)

it.each(written)('$file: there is a command for $all', ({ name, all }) => {
  const known = all.startsWith('npx') ? Object.keys(COMMANDS) : [...scripts, 'engine']
  expect(known).toContain(name)
})

it('the documents name files that exist', () => {
  const dead = DOCUMENTS.flatMap((file) =>
    [...withoutCode(textOf(file)).matchAll(/(?<!\\)\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => path.join(path.dirname(file), target))
      .filter((target) => !existsSync(target))
      .map((target) => `${file}: ${target}`),
  )
  expect(dead).toEqual([])
})

it('the reference is what the code says (node scripts/tools/write-reference.ts writes it)', async () => {
  expect(textOf(REFERENCE)).toBe(await referenceDocument())
})

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
}
