/** Where the site says what the plan says. */
export interface Statement {
  /** The plan's words, as they stand in its line. */
  plan: string
  /** The file that says it. */
  file: string
  /**
   * A field that says it and nothing else, a field or a section that says it among other things.
   * A field is a dotted path into the file's YAML (a list reads as its items, joined by ", "), a section its title.
   */
  at: { field: string } | { partOf: string } | { section: string }
  /** The folder of the entry that the field names, whose `name` has the words. */
  named?: 'teams' | 'engineers'
  /** Our words, where the plan's sentence needed another grammar there. */
  ours?: string
}

/** One line of the plan. Every word of it is a label or belongs to a statement. */
export interface PlanLine {
  line: string
  /** Words that head a column or a list item; they state nothing. */
  labels?: string[]
  statements: Statement[]
}

const field = (plan: string, file: string, path: string, rest: Partial<Statement> = {}): Statement => ({
  plan,
  file: `content/${file}`,
  at: { field: path },
  ...rest,
})

const partOf = (plan: string, file: string, path: string, ours?: string): Statement => ({
  plan,
  file: `content/${file}`,
  at: { partOf: path },
  ...(ours === undefined ? {} : { ours }),
})

const section = (plan: string, file: string, title: string, ours?: string): Statement => ({
  plan,
  file: `content/${file}`,
  at: { section: title },
  ...(ours === undefined ? {} : { ours }),
})

/** A row of the ownership table: the pipeline's name and both of its owners. */
function owners(line: string, id: string, title: string, primary: string): PlanLine {
  const file = `pipelines/${id}.mdx`
  return {
    line,
    statements: [
      field(title, file, 'title'),
      field(primary, file, 'primaryOwner', { named: 'teams' }),
      field('Data Engineering Team', file, 'secondaryOwner', { named: 'teams' }),
    ],
  }
}

/** A common issue: an entry under the plan's words, which names its runbook. */
function issue(words: string, id: string, runbook: string): PlanLine {
  return {
    line: `- ${words}.`,
    statements: [
      field(words, `issues/${id}.md`, 'title'),
      // The page of a runbook lists the issues that name it.
      field(words, `issues/${id}.md`, 'runbook', { ours: runbook }),
    ],
  }
}

/** The lines that each runbook's chapter has: its title and what surrounds the issues. */
function runbook(
  number: number,
  id: string,
  words: { title: string; dataTypes: string; sla: string; onCall: string },
  issues: PlanLine[],
): PlanLine[] {
  const file = `runbooks/${id}.mdx`
  return [
    {
      line: `### ${String(number)}. ${words.title}`,
      labels: [`${String(number)}.`],
      statements: [field(words.title, file, 'title')],
    },
    {
      line: `- **Data Types**: ${words.dataTypes}.`,
      labels: ['Data Types'],
      statements: [field(words.dataTypes, file, 'dataTypes')],
    },
    { line: '- **Common Issues**:', labels: ['Common Issues'], statements: [] },
    ...issues,
    {
      line: `- **SLA**: ${words.sla}`,
      labels: ['SLA'],
      statements: [field(words.sla, file, 'sla.summary'), section(words.sla, file, 'SLA')],
    },
    {
      line: `- **On-Call**: ${words.onCall}`,
      labels: ['On-Call'],
      statements: [field(words.onCall, file, 'onCall.summary'), section(words.onCall, file, 'On-call')],
    },
  ]
}

const rota = 'rotas/data-engineering.yaml'

/** A line of the schedule: whose week it is, by place in the rotation. */
function week(number: number, engineer: string): PlanLine {
  return {
    line: `- Week ${String(number)}: ${engineer}`,
    labels: [`Week ${String(number)}`],
    statements: [
      field(engineer, rota, `rotation.${String(number - 1)}`, {
        named: 'engineers',
      }),
    ],
  }
}

/** The whole plan, in its order. */
export const planTable: PlanLine[] = [
  {
    line: 'This document outlines the management structure, on-call schedules, and runbooks for the data pipelines managed by a team of 4 data engineers. These pipelines cover critical business areas such as Profit, Growth, and Engagement, with aggregate reports provided to investors and experiment teams.',
    labels: ['This document outlines'],
    statements: [
      field(
        'the management structure, on-call schedules, and runbooks for the data pipelines managed by a team of 4 data engineers.',
        'site.yaml',
        'description',
      ),
      section(
        'These pipelines cover critical business areas such as Profit, Growth, and Engagement, with aggregate reports provided to investors and experiment teams.',
        'runbooks/aggregate.mdx',
        'How the data flows',
      ),
    ],
  },
  {
    line: '| Pipeline | Primary Owner | Secondary Owner |',
    labels: ['Pipeline', 'Primary Owner', 'Secondary Owner'],
    statements: [],
  },
  owners(
    '| **Profit** | Finance/Risk Team | Data Engineering Team |',
    'profit',
    'Profit',
    'Finance/Risk Team',
  ),
  owners(
    '| **Unit-level Profit (experiments)** | Finance/Risk Team | Data Engineering Team |',
    'unit-level-profit',
    'Unit-level Profit (experiments)',
    'Finance/Risk Team',
  ),
  owners(
    '| **Aggregate Profit (investors)**| Business Analytics Team | Data Engineering Team |',
    'aggregate-profit',
    'Aggregate Profit (investors)',
    'Business Analytics Team',
  ),
  owners('| **Growth** | Accounts Team | Data Engineering Team |', 'growth', 'Growth', 'Accounts Team'),
  owners(
    '| **Daily Growth (experiments)** | Data Science Team | Data Engineering Team |',
    'daily-growth',
    'Daily Growth (experiments)',
    'Data Science Team',
  ),
  owners(
    '| **Aggregate Growth (investors)**| Business Analytics Team | Data Engineering Team |',
    'aggregate-growth',
    'Aggregate Growth (investors)',
    'Business Analytics Team',
  ),
  owners(
    '| **Engagement** | Software Frontend Team | Data Engineering Team |',
    'engagement',
    'Engagement',
    'Software Frontend Team',
  ),
  owners(
    '| **Aggregate Engagement (investors)**| Business Analytics Team | Data Engineering Team |',
    'aggregate-engagement',
    'Aggregate Engagement (investors)',
    'Business Analytics Team',
  ),
  {
    line: '- **Rotation Frequency**: Weekly',
    labels: ['Rotation Frequency'],
    statements: [partOf('Weekly', rota, 'notes', 'Weekly.')],
  },
  {
    line: "- **Holiday Coverage**: Rotate with even distribution to account for public holidays. If a holiday falls within an engineer's rotation, they are compensated with a day off during their next rotation.",
    labels: ['Holiday Coverage'],
    statements: [
      partOf('Rotate with even distribution to account for public holidays.', rota, 'notes'),
      partOf(
        "If a holiday falls within an engineer's rotation, they are compensated with a day off during their next rotation.",
        rota,
        'notes',
      ),
    ],
  },
  { line: '- **Schedule**:', labels: ['Schedule'], statements: [] },
  week(1, 'Engineer A'),
  week(2, 'Engineer B'),
  week(3, 'Engineer C'),
  week(4, 'Engineer D'),
  ...runbook(
    1,
    'profit',
    {
      title: 'Profit',
      dataTypes: 'Revenue, expenses, aggregated salaries',
      sla: 'Monthly review by account teams.',
      onCall: 'Weekly rotation monitored by BI on the profit team.',
    },
    [
      issue(
        'Discrepancy in numbers across accounts and filings',
        'profit-discrepancy-across-accounts',
        'profit',
      ),
      issue(
        'Numbers requiring external accountant verification',
        'profit-external-accountant-verification',
        'profit',
      ),
    ],
  ),
  ...runbook(
    2,
    'growth',
    {
      title: 'Growth',
      dataTypes: 'License changes, subscription updates',
      sla: 'Updated account statuses by end of week.',
      onCall: 'Debugging during business hours.',
    },
    [issue('Missing time-series data due to incomplete steps', 'growth-missing-time-series', 'growth')],
  ),
  ...runbook(
    3,
    'engagement',
    {
      title: 'Engagement',
      dataTypes: 'User clicks, time spent metrics',
      sla: 'Data to be available within 48 hours; issues resolved within one week.',
      onCall: 'Weekly rotation with a 30-minute onboarding session.',
    },
    [
      issue('Late data arrival in Kafka queues', 'kafka-late-data', 'engagement'),
      issue('Kafka downtime causing data loss', 'kafka-downtime-data-loss', 'engagement'),
      issue('Duplicate events requiring deduplication', 'duplicate-events', 'engagement'),
    ],
  ),
  ...runbook(
    4,
    'aggregate',
    {
      title: 'Aggregate Data for Executives and Investors',
      dataTypes: 'Merged data from Profit, Growth, and Engagement pipelines',
      sla: 'Issues resolved by the end of the month before executive/investor reports.',
      onCall: 'DEs monitor pipelines during the last week of the month.',
    },
    [
      issue('Spark joins failing due to large data volumes (OOM errors)', 'spark-join-oom', 'aggregate'),
      issue('Stale data causing queue backfill delays', 'stale-data-backfill-delays', 'aggregate'),
      issue(
        'Missing data leading to NA or divide-by-zero errors',
        'missing-data-na-divide-by-zero',
        'aggregate',
      ),
    ],
  ),
  {
    line: '- Experiment-related pipelines (unit-level profit and daily growth) are used by the Data Science team for A/B testing and other analyses. These pipelines have a looser SLA as they are not directly tied to investor reporting.',
    statements: ['unit-level-profit', 'daily-growth'].flatMap((id) => [
      section(
        'Experiment-related pipelines (unit-level profit and daily growth)',
        `pipelines/${id}.mdx`,
        'How urgent it is',
      ),
      partOf(
        'are used by the Data Science team for A/B testing and other analyses.',
        `pipelines/${id}.mdx`,
        'summary',
        'for A/B testing and other analyses of the Data Science team',
      ),
      field(
        'These pipelines have a looser SLA as they are not directly tied to investor reporting.',
        `pipelines/${id}.mdx`,
        'sla.summary',
        { ours: 'A looser SLA, as it is not directly tied to investor reporting.' },
      ),
    ]),
  },
  {
    line: '- The above on-call rotation ensures fairness while accounting for holidays, providing sufficient coverage for all critical pipelines.',
    labels: ['The above'],
    statements: [
      partOf(
        'on-call rotation ensures fairness while accounting for holidays, providing sufficient coverage for all critical pipelines.',
        rota,
        'notes',
      ),
    ],
  },
]
