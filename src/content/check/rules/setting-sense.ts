import { existsSync } from 'node:fs'
import path from 'node:path'
import { Duration } from 'luxon'
import { didYouMean } from '../../../text/suggest.ts'
import type { Site } from '../../model/site.ts'
import { foldersOf } from './shared/folders.ts'
import type { Mistake, Rule } from './rule.ts'

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

type Problem = Omit<Mistake, 'document' | 'at'> & { path: (string | number)[]; part?: 'key' }

/** The longest time in which somebody answers. */
const MAX_ANSWER_DAYS = 14

function* problemsOf(site: Site): Generator<Problem> {
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
  for (const [index, { answerWithin }] of (site.severities ?? []).entries())
    if (answerWithin !== undefined && Duration.fromISO(answerWithin).as('days') > MAX_ANSWER_DAYS)
      yield {
        path: ['severities', index, 'answerWithin'],
        message: `${answerWithin} is more than ${String(MAX_ANSWER_DAYS)} days`,
        hint: 'Minutes and hours have a T: PT15M is 15 minutes, P15M is 15 months.',
        severity: 'warning',
      }
  if (site.language !== undefined && nameOf(site.language) === undefined)
    yield {
      path: ['language'],
      message: `No language is called "${site.language}"`,
      hint: 'Write its tag, as en, de or pt-BR.',
    }
  yield* badRepository(site)
}

function* twice(
  values: readonly (string | undefined)[] | undefined,
  list: string,
  field: string,
): Generator<Problem> {
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

function* badRepository({ repository, forge }: Site): Generator<Problem> {
  if (repository === undefined) return
  const { host, pathname } = new URL(repository)
  const parts = pathname.split('/').filter((part) => part !== '')
  const at = ['repository']
  if (pathname.endsWith('.git'))
    yield { path: at, message: 'The address of the repository ends in .git', hint: 'Write it without .git.' }
  if (parts.length < 2 && /(?:^|\.)git(?:hub|lab)\.com$/.test(host))
    yield {
      path: at,
      message: 'The address names an owner and no repository',
      hint: `Write https://${host}/OWNER/REPOSITORY.`,
    }
  if (/\/(?:-\/)?(?:tree|blob)\//.test(pathname))
    yield {
      path: at,
      message: 'The address is that of a folder or file in the repository',
      hint: `Write ${repository.replace(/\/(?:-\/)?(?:tree|blob)\/.*$/, '')}; the branch is the field \`branch\`.`,
    }
  const other = host === 'github.com' ? 'gitlab' : host === 'gitlab.com' ? 'github' : undefined
  if (forge !== undefined && forge === other)
    yield {
      path: ['forge'],
      message: `The repository is on ${host}, which is not ${forge}`,
      hint: 'Delete the line: the forge is read from the address.',
    }
}

/** Levels for a folder that is not there change nothing. */
function* badFolders({ rules }: Site, root: string): Generator<Problem> {
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
