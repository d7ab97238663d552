import { Duration } from 'luxon'
import type { ContentDocument } from '../../read/load.ts'
import { DOUBLED } from './doubled-word.ts'
import type { Mistake, Rule } from './rule.ts'

export const fieldSense: Rule = {
  id: 'field-sense',
  severity: 'warning',
  reason:
    'A title that ends in a comma is half a title; a list in one text, and months where minutes were meant, are read by nobody as they were meant.',
  fix: 'Write what was meant.',
  *check({ content, drafts }) {
    for (const document of [...drafts.pipelines, ...drafts.runbooks, ...drafts.issues]) {
      const { title, summary } = document.data
      if (title !== undefined) yield* titleProblems(document, title)
      if (summary !== undefined && summary.trim().endsWith(','))
        yield {
          document,
          at: { path: ['summary'] },
          message: 'The summary ends in the middle of a sentence',
          hint: 'Write the rest, or end it with a full stop.',
        }
      for (const field of ['title', 'summary'] as const) {
        const [twice] = (document.data[field] ?? '').match(DOUBLED) ?? []
        if (twice !== undefined)
          yield {
            document,
            at: { path: [field] },
            message: `"${twice}" has a word twice`,
            hint: 'Delete one.',
          }
      }
      yield* longTimes(document, document.data)
      yield* listsInOneText(document, document.data)
    }
    const known = new Set(content.ids.runbooks)
    const runbooks = new Map(
      drafts.pipelines.map(({ id, data }) => [id, known.has(data.runbook ?? '') ? data.runbook : undefined]),
    )
    for (const document of drafts.issues) {
      yield* signatureProblems(document, document.data.signatures ?? [])
      // What is no runbook has a finding of its own.
      if (known.has(document.data.runbook ?? '')) yield* otherRunbook(document, document.data, runbooks)
    }
  },
}

/** An issue of a runbook to which none of its pipelines leads: copied from another issue. */
function* otherRunbook(
  document: ContentDocument,
  { runbook, pipelines = [] }: { runbook?: string | undefined; pipelines?: readonly string[] | undefined },
  runbooks: ReadonlyMap<string, string | undefined>,
): Generator<Mistake> {
  const others = new Set(pipelines.map((id) => runbooks.get(id)))
  const [other] = others
  if (runbook === undefined || other === undefined || others.has(undefined) || others.has(runbook)) return
  yield {
    document,
    at: { path: ['runbook'] },
    message: `The issue belongs to the runbook "${runbook}", and its pipelines to "${[...others].join('", "')}"`,
    hint: `Write runbook: ${other}, or correct its pipelines.`,
  }
}

function* titleProblems(document: ContentDocument, title: string): Generator<Mistake> {
  const message = /[,:;]$/.test(title)
    ? `The title ends with "${title.slice(-1)}"`
    : /^(?:https?:\/\/|www\.)\S+$/i.test(title)
      ? 'The title is an address'
      : /[!?]{2,}$/.test(title)
        ? `The title ends with "${/[!?]+$/.exec(title)?.[0] ?? ''}"`
        : undefined
  if (message !== undefined)
    yield {
      document,
      at: { path: ['title'] },
      message,
      hint: 'Write what people call it, without a mark at its end.',
    }
}

interface Times {
  reviewEvery?: string | undefined
  onCall?: { onboarding?: string | undefined } | undefined
}

/** Nobody promises a review in so many years. */
const MAX_REVIEW_YEARS = 5
/** In minutes: less is no time to read a page. */
const MIN_ONBOARDING = 10

function* longTimes(document: ContentDocument, { reviewEvery, onCall }: Times): Generator<Mistake> {
  if (reviewEvery !== undefined && Duration.fromISO(reviewEvery).as('years') > MAX_REVIEW_YEARS)
    yield {
      document,
      at: { path: ['reviewEvery'] },
      message: `A review every ${reviewEvery} is none within ${String(MAX_REVIEW_YEARS)} years`,
      hint: 'Y is a year, M a month and D a day: P90D is 90 days.',
    }
  const onboarding = onCall?.onboarding
  if (onboarding !== undefined && Duration.fromISO(onboarding).as('minutes') < MIN_ONBOARDING)
    yield {
      document,
      at: { path: ['onCall', 'onboarding'] },
      message: `Nobody gets to know a runbook in ${onboarding}`,
      hint: 'Without a T, M is a month: P2M is two months, PT2M two minutes.',
    }
}

const LISTS = ['keywords', 'dataTypes', 'consumers', 'components'] as const

/** `["a, b, c"]`, where `[a, b, c]` was meant. A word with one comma may be a phrase. */
function* listsInOneText(
  document: ContentDocument,
  data: Partial<Record<(typeof LISTS)[number], readonly string[] | undefined>>,
): Generator<Mistake> {
  for (const field of LISTS) {
    const [first, ...rest] = data[field] ?? []
    if (first === undefined || rest.length > 0) continue
    const parts = first.split(/\s*[,;]\s+/)
    const isList = parts.length > 2 || (parts.length === 2 && parts.every((part) => /^\S+$/.test(part)))
    // "Profit, growth, and engagement" is a phrase.
    if (isList && parts.every((part) => /^(?!(?:and|or)\s)\S+(?:\s+\S+){0,2}$/.test(part)))
      yield {
        document,
        at: { path: [field, 0] },
        message: `"${first}" is one text, and looks like ${String(parts.length)}`,
        hint: `Write ${field}: [${parts.join(', ')}]`,
      }
  }
}

/** A place to fill in, as documentation writes it. Logs print words in such brackets too, as <init>, <module> and <none>. */
const PLACE =
  /<(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|TOPIC|TABLE|HOST|NAME|DATE|DAY|PORT|USER|GROUP|FILE|PATH|(?:[a-z]+[-_ ])*(?:id|name|host|port|number|date|timestamp|user|table|topic|partition|path|file|job|task|uuid|count|account))>/

/** A moment, as logs begin their lines with it. */
const MOMENT = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d/
const PATTERN = /\.\*|\.\+|\\[dwsb][+*]?|\[\^?[a-z0-9]-[a-z0-9]\][+*]|\(\?:/i

function* signatureProblems(document: ContentDocument, signatures: readonly string[]): Generator<Mistake> {
  for (const [index, signature] of signatures.entries()) {
    const at = { path: ['signatures', index] }
    if (MOMENT.test(signature))
      yield {
        document,
        at,
        message: `The signature has the moment ${MOMENT.exec(signature)?.[0] ?? ''}, so it fits one line of one log`,
        hint: 'Write * for the moment, or leave it out.',
      }
    const found = PATTERN.exec(signature)?.[0]
    if (found !== undefined)
      yield {
        document,
        at,
        message: `"${found}" is taken as it is: a signature is no regular expression`,
        hint: 'Write * for whatever varies.',
      }
    const place = PLACE.exec(signature)?.[0]
    if (place !== undefined)
      yield {
        document,
        at,
        message: `No log prints "${place}": a signature is taken word for word`,
        hint: `Write * in the place of ${place}.`,
      }
  }
}
