import type { ContentDocument, Entry } from '../load.ts'
import type { Issue } from '../schemas/index.ts'
import type { Mistake, Rule } from './rule.ts'

type ListField = 'aliases' | 'alerts' | 'signatures'

interface Claim {
  entry: Entry<Issue>
  field: ListField
  index: number
  value: string
}

function* claims(issues: Iterable<Entry<Issue>>, field: ListField): Generator<Claim> {
  for (const entry of issues) {
    for (const [index, value] of (entry.data[field] ?? []).entries()) yield { entry, field, index, value }
  }
}

/** The second and every later claim on what must be one's own. */
function* conflicts(
  found: Iterable<Claim>,
  keyOf: (value: string) => string,
): Generator<{ claim: Claim; first: Claim }> {
  const seen = new Map<string, Claim>()
  for (const claim of found) {
    const key = keyOf(claim.value)
    const first = seen.get(key)
    if (first) yield { claim, first }
    else seen.set(key, claim)
  }
}

const at = ({ entry, field, index }: Claim): Pick<Mistake, 'document' | 'at'> => ({
  document: entry,
  at: { path: [field, index] },
})

const elsewhere = ({ claim, first }: { claim: Claim; first: Claim }) =>
  claim.entry === first.entry ? 'is there twice' : `is in ${first.entry.file} as well`

export const duplicateAlert: Rule = {
  id: 'duplicate-alert',
  severity: 'error',
  reason: '/alerts/<name>/ leads to one issue, whatever the case of its letters.',
  mend: 'Keep the alert with the issue that says what to do first.',
  *check({ content }) {
    for (const conflict of conflicts(claims(content.issues.values(), 'alerts'), (alert) =>
      alert.toLowerCase(),
    )) {
      yield {
        ...at(conflict.claim),
        message: `The alert "${conflict.claim.value}" ${elsewhere(conflict)}`,
        hint: 'Keep it in one of the two and link from there to the other.',
      }
    }
  },
}

export const duplicateAlias: Rule = {
  id: 'duplicate-alias',
  severity: 'error',
  reason: 'A former id leads to one page.',
  mend: 'Remove the alias where it is wrong.',
  *check({ content }) {
    for (const claim of claims(content.issues.values(), 'aliases')) {
      if (!content.ids.issues.includes(claim.value)) continue
      yield {
        ...at(claim),
        message: `The alias "${claim.value}" is the id of an issue`,
        hint: 'Remove the alias: that page is still there.',
      }
    }
    for (const conflict of conflicts(claims(content.issues.values(), 'aliases'), (alias) => alias)) {
      yield {
        ...at(conflict.claim),
        message: `The alias "${conflict.claim.value}" ${elsewhere(conflict)}`,
        hint: 'Keep it in one of the two.',
      }
    }
  },
}

export const duplicateSignature: Rule = {
  id: 'duplicate-signature',
  severity: 'error',
  reason: 'A pasted error that matches two issues alike leads to neither with confidence.',
  mend: 'Write more of the text, so that it tells the two apart, or keep it with one.',
  *check({ content }) {
    const key = (text: string) =>
      text
        .toLowerCase()
        .replace(/[\s*]+/g, ' ')
        .trim()
    for (const conflict of conflicts(claims(content.issues.values(), 'signatures'), key)) {
      yield {
        ...at(conflict.claim),
        message: `The signature ${elsewhere(conflict)}`,
        hint: 'Write more of the text, so that it tells the two apart, or keep it in one.',
      }
    }
  },
}

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  severity: 'error',
  reason: 'Two pages of one kind with one name cannot be told apart in lists and search results.',
  mend: 'Say in the title what is special about each.',
  *check({ content }) {
    for (const entries of [content.pipelines, content.runbooks, content.issues]) {
      const seen = new Map<string, ContentDocument>()
      for (const entry of entries.values()) {
        const title = entry.data.title.toLowerCase()
        const first = seen.get(title)
        if (!first) {
          seen.set(title, entry)
          continue
        }
        yield {
          document: entry,
          at: { path: ['title'] },
          message: `${first.file} has the same title`,
          hint: 'Say in the title what is special about each.',
        }
      }
    }
  },
}
