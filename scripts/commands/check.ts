import { command } from '../lib/command.ts'

export const check = command({
  name: 'check',
  summary: 'checks the content, and says what to do about each mistake',
  usage: `npm run check -- [--format text|github|json] [--summary] [--form] [--strict] [--base REV | --changed REV] [--watch] [--baseline]
npm run check -- --alerts FILE… [--elsewhere warn]`,
  about: `Reports the mistakes of the content: file, line, column, rule, and what to do. With --alerts it compares alert rules
with the pages instead: alerts that no issue names, alerts of issues that no rule has, and each runbook_url that leads
nowhere on this site (SITE_URL says where the site is). It reads files, folders, patterns, or - for standard input: rules
of Prometheus, Mimir, Loki and Grafana in YAML or JSON, also in charts, lists and ConfigMaps; or .txt with one name a
line, and its address after a tab.`,
  options: {
    format: { type: 'string', value: 'NAME', says: 'text, github (annotations for a pull request) or json.' },
    summary: { type: 'boolean', says: 'How many findings each rule has, in how many files, worst first.' },
    form: {
      type: 'boolean',
      says: 'Also reports what npm run format would change, as warnings. This takes longer.',
    },
    baseline: {
      type: 'boolean',
      says: 'Accepts what is found now, in baseline.yaml: new findings fail from then on.',
    },
    base: {
      type: 'string',
      value: 'REV',
      says: 'Also compares with a git revision: announced weeks that have begun must be as they were.',
    },
    changed: {
      type: 'string',
      value: 'REV',
      says: 'Looks only at what differs from a git revision, and at the pages that name it.',
    },
    watch: { type: 'boolean', says: 'Checks again after each change of a file, until Ctrl+C.' },
    strict: { type: 'boolean', says: 'Takes a receipt that does not fit its block for an error.' },
    alerts: {
      type: 'string',
      value: 'FILE…',
      multiple: true,
      says: 'Compares these alert rules with the pages.',
    },
    elsewhere: { type: 'string', value: 'warn', says: 'Also reports the alerts that lead to other hosts.' },
  },
  maxWords: Infinity,
  exits: { 0: 'no error; there may be warnings', 1: 'at least one error' },
  example: 'npm run check -- --format github',
  async run({ values, words }, context) {
    // The rules, the secrets and the search are loaded when something is looked at.
    const { runCheck } = await import('./check-run.ts')
    return await runCheck(values, words, context)
  },
})
