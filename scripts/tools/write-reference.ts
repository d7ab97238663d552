import { writeFileSync } from 'node:fs'
import prettier from 'prettier'
import { COMMANDS } from '../commands/index.ts'
import { listedIn } from '../lib/command-help.ts'
import { inMarkdown } from '../../src/text/in-markdown.ts'
import { fieldReference, ruleReference, type FieldReference } from '../../src/content/edit/reference.ts'

/** Where it is: `docs/reference.md`, which a test compares with what this writes. */
export const REFERENCE = 'docs/reference.md'

/** Each command, each field of each file and each rule of the check as one Markdown document, formatted. */
export async function referenceDocument(): Promise<string> {
  const text = [
    '# Reference',
    'Commands, fields of the content and rules of the check, made from the code by `node scripts/tools/write-reference.ts`.',
    '## Commands',
    ...(await commandSections()),
    '## Fields',
    'Ids are file names: lower-case letters, digits and single hyphens. A field that is not listed is a mistake.',
    ...fieldReference().flatMap(({ file, fields }) => [`### \`${file}\``, fieldList(fields)]),
    '## Rules',
    'Each is an error unless it says otherwise. The page `/contributing/rules/<id>/` of a site has an example of each, wrong and right.',
    ...ruleReference.map(
      ({ id, severity, reason, fix }) =>
        `### \`${id}\`\n\n${severity === 'warning' ? 'A warning. ' : ''}${prose(`${reason} ${fix}`)}`,
    ),
  ].join('\n\n')
  const options = await prettier.resolveConfig(REFERENCE)
  return prettier.format(text, { ...options, filepath: REFERENCE })
}

async function commandSections(): Promise<string[]> {
  const sections: string[] = []
  for (const name of Object.keys(COMMANDS)) {
    const text = await helpText(name, [])
    sections.push(`### ${name}`, fenced(text))
    for (const word of listedIn(text))
      sections.push(`#### ${name} ${word}`, fenced(await helpText(name, [word])))
  }
  return sections
}

async function helpText(name: string, words: readonly string[]): Promise<string> {
  const command = await COMMANDS[name]?.load()
  let help = ''
  await command?.run([...words, '--help'], {
    out: (text) => (help += `${text}\n`),
    error: (text) => (help += `${text}\n`),
    now: new Date(0),
    zone: 'UTC',
    root: 'content',
  })
  return help.trim()
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``
}

/** A sentence whose brackets and angles outside of code are text: `Write [text](target).` is no link. */
function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : inMarkdown(part)))
    .join('')
}

function fieldList(fields: readonly FieldReference[]): string {
  return fields
    .map(({ path, isRequired, kind, allowed, description, example }) =>
      [
        `- \`${path}\` (${kind}${isRequired ? '' : ', optional'}): ${prose(description)}`,
        ...(allowed.length > 0 ? [`One of ${allowed.map((each) => `\`${each}\``).join(', ')}.`] : []),
        ...(example === undefined ? [] : [`Example: \`${example.replace(/\s*\n\s*/g, ' ')}\``]),
      ].join(' '),
    )
    .join('\n')
}

if (import.meta.main) writeFileSync(REFERENCE, await referenceDocument())
