import { existsSync } from 'node:fs'
import path from 'node:path'
import { didYouMean } from '../../../text/suggest.ts'
import type { Site } from '../../model/site.ts'
import { foldersOf } from './shared/folders.ts'
import { repositoryProblems } from './shared/repository.ts'
import { severityProblems } from './shared/severities.ts'
import { wordProblems } from './shared/site-words.ts'
import type { SettingProblem } from './shared/setting-problem.ts'
import type { Rule } from './rule.ts'

export const settingSense: Rule = {
  id: 'setting-sense',
  severity: 'error',
  reason:
    'A setting that contradicts another one, or names what is not there, has another effect than it says, or none.',
  fix: 'Correct the value, or delete the line.',
  *check({ content }) {
    const { site, root } = content
    if (!site) return
    for (const { path: at, part, ...mistake } of [...problemsOf(site.data), ...badFolders(site.data, root)])
      yield { document: site, at: { path: at, ...(part && { part }) }, ...mistake }
  },
}

function* problemsOf(site: Site): Generator<SettingProblem> {
  yield* twice(
    site.severities?.map(({ id }) => id),
    'severities',
    'id',
  )
  yield* twice(
    site.areas?.map(({ id }) => id),
    'areas',
    'id',
  )
  yield* twice(
    site.areas?.map(({ name }) => name),
    'areas',
    'name',
  )
  yield* twice(
    site.severities?.map(({ name }) => name),
    'severities',
    'name',
  )
  for (const kind of ['issue', 'runbook', 'pipeline'] as const)
    for (const { path: at, ...problem } of twice(
      site.sections?.[kind]?.map(({ heading }) => heading),
      kind,
      'heading',
    ))
      yield { path: ['sections', ...at], ...problem }
  yield* severityProblems(site)
  yield* wordProblems(site)
  if (site.language !== undefined && nameOf(site.language) === undefined)
    yield {
      path: ['language'],
      message: `No language is called "${site.language}"`,
      hint: 'Write its tag, as en, de or pt-BR.',
    }
  yield* repositoryProblems(site)
}

function* twice(
  values: readonly (string | undefined)[] | undefined,
  list: string,
  field: string,
): Generator<SettingProblem> {
  const seen = new Set<string>()
  for (const [index, value] of (values ?? []).entries()) {
    if (value === undefined) continue
    if (seen.has(value.toLowerCase()))
      yield {
        path: [list, index, field],
        message: `"${value}" is in \`${list}\` twice`,
        hint: 'Remove one of the two, or write the other one that was meant.',
      }
    seen.add(value.toLowerCase())
  }
}

function nameOf(language: string): string | undefined {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language)
  } catch {
    return undefined
  }
}

/** Levels for a folder that is not there change nothing. */
function* badFolders({ rules }: Site, root: string): Generator<SettingProblem> {
  for (const [name, level] of Object.entries(rules ?? {})) {
    if (typeof level === 'string' || existsSync(path.join(root, name))) continue
    yield {
      path: ['rules', name],
      part: 'key',
      message: `The content has no folder "${name}"`,
      hint:
        didYouMean(name, foldersOf(root)) ??
        'Write the path of a folder below the content folder, as issues/kafka.',
    }
  }
}
