/**
 * The files of a new rehearsal, by their path in its folder. The table is one of the content where there is one, so that
 * the check passes at once.
 *
 * @param table id of a table of the content
 */
export function newRehearsal(title: string, table: string | undefined): ReadonlyMap<string, string> {
  return new Map([
    [
      'rehearsal.yaml',
      `title: ${JSON.stringify(title)}
summary: TODO What is wrong in the planted data, in a sentence.
tables: [${table ?? ''}]
# The period that the blocks are asked about, and the one before. \`until\` is not included.
period: { from: 2026-11-01, until: 2026-12-01 }
previous: { from: 2026-10-01, until: 2026-11-01 }
# The value of each <NAME> in SQL and $NAME in shell.
variables: { MONTH: 2026-11 }
`,
    ],
    ['healthy.sql', `-- TODO INSERT statements of healthy data: two periods, two groups, several rows.\n`],
    ['fault.sql', `-- TODO What makes the fault, on top of healthy.sql.\n`],
  ])
}
