import { toId } from '../read/files.ts'
import type { Content } from '../read/load.ts'
import { AREAS, COVERAGES, ISSUE_SECTIONS, SEVERITIES } from '../model/collections.ts'
import { toYaml } from '../read/yaml/write.ts'

/** The kinds of entry that `npm run new` writes. */
export const KINDS = ['issue', 'runbook', 'pipeline', 'engineer'] as const
export type Kind = (typeof KINDS)[number]

/** A question for what an entry needs, with an answer that is right often enough to begin with. */
export interface Question {
  /** Also the name of the option. */
  name: string
  text: string
  /** What there is to choose from, if it is a choice. */
  choices?: readonly string[]
  suggestion: string
}

const LATER = 'TODO'

/** What an entry of this kind needs to know besides its title. */
export function questionsFor(kind: Kind, content: Content): Question[] {
  const { teams, runbooks, pipelines } = content.ids
  const rota = content.site && content.rotas.get(content.site.data.defaultRota)
  const ownTeam = rota?.data.team ?? teams[0] ?? LATER
  const summary: Question = { name: 'summary', text: 'In one sentence', suggestion: LATER }
  const runbook: Question = {
    name: 'runbook',
    text: 'Runbook',
    choices: runbooks,
    suggestion: runbooks[0] ?? LATER,
  }
  switch (kind) {
    case 'issue':
      return [
        summary,
        runbook,
        { name: 'pipelines', text: 'Pipelines, with commas', choices: pipelines, suggestion: '' },
        { name: 'severity', text: 'Severity', choices: SEVERITIES, suggestion: 'sev3' },
        { name: 'components', text: 'Components, with commas', suggestion: commonest(content) },
      ]
    case 'runbook':
      return [
        summary,
        { name: 'data', text: 'Types of data, with commas', suggestion: LATER },
        {
          name: 'coverage',
          text: 'On call',
          choices: COVERAGES,
          suggestion: 'business-hours',
        },
      ]
    case 'pipeline':
      return [
        summary,
        { name: 'area', text: 'Area', choices: AREAS, suggestion: AREAS[0] },
        { name: 'consumers', text: 'Consumers, with commas', suggestion: 'internal' },
        { name: 'primary', text: 'Primary owner', choices: teams, suggestion: teams[0] ?? LATER },
        { name: 'secondary', text: 'Secondary owner', choices: teams, suggestion: ownTeam },
        runbook,
      ]
    case 'engineer':
      return [{ name: 'team', text: 'Team', choices: teams, suggestion: ownTeam }]
  }
}

function commonest(content: Content): string {
  const uses = new Map<string, number>()
  for (const { data } of content.issues.values()) {
    for (const component of data.components) uses.set(component, (uses.get(component) ?? 0) + 1)
  }
  return [...uses].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'other'
}

/**
 * The file of a new entry: it passes the check, which warns of what is left to fill in.
 *
 * @param answers by name of the question
 * @param today `YYYY-MM-DD`
 */
export function newEntry(
  kind: Kind,
  title: string,
  answers: ReadonlyMap<string, string>,
  today: string,
): string {
  const answer = (name: string) => answers.get(name) ?? LATER
  const list = (name: string) =>
    answer(name)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
  const words = (name: string) => list(name).map(toId)
  const review = { reviewed: today, reviewEvery: 'P90D' }
  switch (kind) {
    case 'issue': {
      const pipelines = list('pipelines')
      const fields = {
        title,
        summary: answer('summary'),
        runbook: answer('runbook'),
        ...(pipelines.length > 0 && { pipelines }),
        severity: answer('severity'),
        components: words('components'),
        ...review,
      }
      return page(
        fields,
        ISSUE_SECTIONS.required.map((name) => `## ${name}\n\n- TODO ${PROMPTS[name]}\n`).join('\n'),
      )
    }
    case 'runbook': {
      const fields = {
        title,
        summary: answer('summary'),
        dataTypes: list('data'),
        sla: { summary: LATER },
        onCall: { summary: LATER, coverage: answer('coverage') },
        ...review,
      }
      return page(
        fields,
        '## Start here\n\n1. TODO The first thing to look at.\n\n## Escalation\n\n- TODO Whom to wake, and when.\n',
      )
    }
    case 'pipeline': {
      const fields = {
        title,
        summary: answer('summary'),
        area: answer('area'),
        consumers: words('consumers'),
        primaryOwner: answer('primary'),
        secondaryOwner: answer('secondary'),
        runbook: answer('runbook'),
      }
      return page(fields, '## What it carries\n\nTODO\n\n## Where it goes\n\nTODO\n')
    }
    case 'engineer':
      return yamlOf({ name: title, team: answer('team') })
  }
}

const PROMPTS: Readonly<Record<(typeof ISSUE_SECTIONS.required)[number], string>> = {
  Symptoms: 'What one sees: alerts, messages, figures.',
  Diagnose: 'How to be sure that it is this and nothing that looks like it.',
  Fix: 'The steps, each with its command.',
  Verify: 'How one sees that it worked.',
  Escalate: 'After how long, to whom, with what message.',
}

function page(fields: Record<string, unknown>, body: string): string {
  return `---\n${yamlOf(fields)}---\n\n${body}`
}

/** A field a line; a group of fields below its name. */
function yamlOf(fields: Record<string, unknown>, indent = ''): string {
  return Object.entries(fields)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? `${indent}${name}:\n${yamlOf({ ...value }, `${indent}  `)}`
        : `${indent}${name}: ${toYaml(value)}\n`,
    )
    .join('')
}
