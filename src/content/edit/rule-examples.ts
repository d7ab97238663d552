import written from './rule-examples.json' with { type: 'json' }

/** What a rule finds, in an example: the page of the rule shows it, and a test of the rule runs it. */
export interface RuleExample {
  /** Below the content folder: `runbooks/orders.mdx`. */
  file: string
  /** Lines with the mistake. */
  wrong: string
  /** What the check says of them. */
  finding: string
  /** The same lines without it, where they are lines of a sound file. */
  right?: string
}

/** Written by `npx vitest run --project unit tests/content/check/broken.test.ts -u`, from the fixtures of the rules' tests. */
const examples: Readonly<Record<string, RuleExample>> = written

/** The example of a rule; some rules have none, because their mistake is in no file of the content. */
export function exampleOf(rule: string): RuleExample | undefined {
  return Object.hasOwn(examples, rule) ? examples[rule] : undefined
}
