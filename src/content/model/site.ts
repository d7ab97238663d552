import { z } from 'zod'
import { branch, duration, language, reference, repositoryUrl, text, word } from './fields.ts'

/** How bad things are where `site.yaml` says nothing else; worst first. */
export const SEVERITIES: readonly Severity[] = ['sev1', 'sev2', 'sev3', 'sev4'].map((id) => ({ id }))

/** The sections of an issue where `site.yaml` says nothing else; other kinds of pages have free headings. */
export const ISSUE_SECTIONS: readonly Section[] = [
  { heading: 'Symptoms', required: true, prompt: 'What one sees: alerts, messages, numbers.' },
  {
    heading: 'Diagnose',
    required: true,
    prompt: 'How to be sure that it is this and nothing that looks like it.',
  },
  { heading: 'Fix', required: true, prompt: 'The steps, each with its command.' },
  { heading: 'Verify', required: true, prompt: 'How one sees that it worked.' },
  { heading: 'Escalate', required: true, prompt: 'After how long, to whom, with what message.' },
  { heading: 'Prevent' },
  { heading: 'Background' },
]

const severity = z.strictObject({
  id: word.meta({ description: 'What pages write in `severity`.', examples: ['p1'] }),
  name: text
    .optional()
    .meta({ description: 'What readers see; the id if left out.', examples: ['Critical'] }),
  summary: text.optional().meta({ description: 'What it means.', examples: ['Customers cannot pay.'] }),
  answerWithin: duration
    .optional()
    .meta({ description: 'How soon somebody must answer.', examples: ['PT15M'] }),
  notify: text.optional().meta({ description: 'Whom to keep informed.', examples: ['The support desk'] }),
  notifyEvery: duration.optional().meta({ description: 'How often to inform them.', examples: ['PT30M'] }),
  toConfirm: z
    .boolean()
    .optional()
    .meta({
      description: 'The team has not agreed yet on what it means; pages say so.',
      examples: [true],
    }),
})

const searchBoost = (pages: string) =>
  z
    .number()
    .min(0.5, 'at least 0.5')
    .max(2, 'at most 2')
    .optional()
    .meta({ description: `How much ${pages} count; 1 if left out.`, examples: [1.5] })

export type Severity = z.infer<typeof severity>

const section = z.strictObject({
  heading: text.meta({ description: 'The second-level heading.', examples: ['Symptoms'] }),
  names: z
    .array(text)
    .optional()
    .meta({ description: 'Other headings that mean the same.', examples: [['Meaning']] }),
  required: z
    .boolean()
    .optional()
    .meta({ description: 'Whether every page of the kind has it; false if left out.', examples: [true] }),
  prompt: text
    .optional()
    .meta({ description: 'What a new page asks for there.', examples: ['What one sees.'] }),
})

export type Section = z.infer<typeof section>

const sections = (kind: string) =>
  z
    .array(section)
    .optional()
    .meta({ description: `The sections of ${kind}, in order; an empty list leaves the headings free.` })

const term = (kind: string, example: string) =>
  z
    .strictObject({
      one: text.meta({ description: 'One of them, in lower case.', examples: [example] }),
      many: text.optional().meta({
        description: 'Several of them; the first with an s if left out.',
        examples: [`${example}s`],
      }),
    })
    .optional()
    .meta({ description: `What the team calls ${kind}.` })

/** What a team can set a rule to. */
export const LEVELS = ['error', 'warning', 'off'] as const

const level = z.enum(LEVELS)

/** `site.yaml` */
export const siteSchema = z.strictObject({
  name: text.meta({ description: 'Name of the site, in its header and titles.', examples: ['Watchbook'] }),
  description: text.meta({
    description: 'One sentence on what the site is for.',
    examples: ['Who is on call and what to do, for the services of this team.'],
  }),
  repository: repositoryUrl.optional().meta({
    description: 'Address of the repository, for edit links.',
    examples: ['https://github.com/example/watchbook'],
  }),
  forge: z
    .enum(['github', 'gitlab'])
    .optional()
    .meta({
      description: 'What the repository runs on; read from its address if left out.',
      examples: ['gitlab'],
    }),
  branch: branch
    .optional()
    .meta({ description: 'The branch that edits go to; `main` if left out.', examples: ['main'] }),
  defaultRota: reference('rotas')
    .optional()
    .meta({
      description:
        'The rota that the home page and the commands mean when none is named; the only one if there is one.',
      examples: ['payments'],
    }),
  index: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether search engines may index the site; they may not if left out.',
      examples: [false],
    }),
  language: language.optional().meta({
    description: 'The language of the pages, as BCP 47 names it; `en` if left out.',
    examples: ['en'],
  }),
  areas: z
    .array(
      z.strictObject({
        id: word.meta({ description: 'What pages write in `area`.', examples: ['sales'] }),
        name: text
          .optional()
          .meta({ description: 'What readers see; the id if left out.', examples: ['Sales'] }),
      }),
    )
    .optional()
    .meta({ description: 'The areas of pipelines, in the order of lists.' }),
  severities: z
    .array(severity)
    .min(1, 'at least one severity')
    .max(9, 'at most nine severities')
    .optional()
    .meta({ description: 'How bad things can be, worst first; sev1 to sev4 if left out.' }),
  sections: z
    .strictObject({
      issue: sections('an issue'),
      runbook: sections('a runbook'),
      pipeline: sections('a pipeline'),
    })
    .optional()
    .meta({ description: 'The second-level headings of pages, by kind.' }),
  terms: z
    .strictObject({
      pipeline: term('a pipeline', 'service'),
      issue: term('an issue', 'problem'),
      runbook: term('a runbook', 'guide'),
    })
    .optional()
    .meta({ description: 'What the team calls the kinds of pages.' }),
  synonyms: z
    .array(z.array(text).min(2, 'at least two words'))
    .optional()
    .meta({
      description: 'Lists of words that mean the same, for search.',
      examples: [[['k8s', 'kubernetes']]],
    }),
  searchBoosts: z
    .strictObject({
      issue: searchBoost('issues'),
      runbook: searchBoost('runbooks'),
      pipeline: searchBoost('pipelines'),
      team: searchBoost('teams'),
      'on-call': searchBoost('the pages of the rota'),
      guide: searchBoost('the pages on how this site is written'),
    })
    .optional()
    .meta({
      description:
        'How much more or less the pages of a kind count in search, 0.5 to 2; a page’s own `boost` counts as well.',
      examples: [{ runbook: 1.5 }],
    }),
  rules: z
    .record(
      z.string(),
      z.union([level, z.record(z.string(), level)], { error: `one of ${LEVELS.join(', ')}` }),
    )
    .optional()
    .meta({
      description:
        'What becomes of a rule: `error`, `warning` or `off`; below a folder’s path, for the files of that folder alone.',
      examples: [{ 'untested-code': 'off' }],
    }),
  offline: z
    .boolean()
    .optional()
    .meta({ description: 'Whether the site can be read offline; true if left out.', examples: [true] }),
  personalContacts: z
    .enum(['show', 'hide'])
    .optional()
    .meta({
      description: 'Whether contacts of persons are on the site; `hide` if left out.',
      examples: ['show'],
    }),
})

export type Site = z.infer<typeof siteSchema>
