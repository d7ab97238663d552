import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { breakContent, findingsIn, withContent } from './broken-content.ts'

const ISSUE = 'issues/orders-late.md'
const edit = (root: string, file: string, from: string | RegExp, to: string) => {
  const place = path.join(root, file)
  const before = readFileSync(place, 'utf8')
  const after = before.replace(from, to)
  expect(after, file).not.toBe(before)
  writeFileSync(place, after)
}
const found = (change: (root: string) => void) =>
  withContent((root) => {
    change(root)
    return findingsIn(root).map(
      ({ file, line, rule, message }) => `${file}:${String(line ?? '')} ${rule} ${message}`,
    )
  })

describe('one slip is one finding', () => {
  it.each([
    [
      'a space that is none, after a colon',
      /^title: /m,
      'title:\u00a0',
      'looks like a space and is another character',
    ],
    [
      'a folded text without its indent',
      /^summary: (.*)$/m,
      'summary: >\n$1',
      'The text of "summary" is not indented',
    ],
  ])('%s', (_, from, to, message) => {
    const findings = found((root) => {
      edit(root, ISSUE, from, to)
    })
    expect(findings).toEqual([expect.stringContaining(message)])
  })

  it('where the fields cannot be read, what the page names is not reported as undeclared', () => {
    const findings = found((root) => {
      edit(root, ISSUE, '## Fix', '```bash test="none: an example"\nrm "$TOPICC" "$OTHER"\n```\n\n## Fix')
      edit(root, ISSUE, /^title: /m, 'title:\u00a0')
    })
    expect(findings.filter((each) => each.includes('unknown-variable'))).toEqual([])
    expect(findings.length).toBe(1)
  })

  it('a name that nothing has any more is said once, with the places that have it', () => {
    withContent((root) => {
      mkdirSync(path.join(root, 'issues/more'))
      for (const name of ['a', 'b', 'c']) {
        const text = readFileSync(path.join(root, ISSUE), 'utf8')
          .replace(/^title: .*$/m, `title: Another of the kind ${name}`)
          .replace(/^(?:alerts|signatures):.*\n(?: {2}- .*\n)*/gm, '')
          .replace('## Fix', `See [it](../orders-late.md).\n\n## Fix`)
        writeFileSync(path.join(root, `issues/more/${name}.md`), text)
      }
      renameSync(path.join(root, ISSUE), path.join(root, 'issues/late-orders.md'))
      const links = findingsIn(root).filter(({ rule }) => rule === 'broken-link')
      expect(links.length).toBe(1)
      expect(links[0]?.hint).toMatch(
        /The same holds in 3 more places: \S*issues\/more\/b\.md:\d+, \S*issues\/more\/c\.md:\d+, /,
      )
    })
  })

  const move = (from: string, to: string) => (root: string) => {
    mkdirSync(path.dirname(path.join(root, to)), { recursive: true })
    renameSync(path.join(root, from), path.join(root, to))
  }
  const write = (root: string, file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  /** What is true of two published weeks without any slip. */
  const SHORT = [
    'content/published/on-call.yaml:8 published-running-out 1 published weeks are ahead of 2026-11-23; a team should know 8',
  ]
  const publish = (root: string, start = '2026-11-23') => {
    write(
      root,
      'published/on-call.yaml',
      ['a', 'b']
        .map((letter, index) => {
          const week = new Date(Date.parse(start) + index * 7 * 86_400_000).toISOString().slice(0, 10)
          return `- start: ${week}\n  engineer: engineer-${letter}\n  cycle: ${start}\n  plain: engineer-${letter}\n  holidays: ${index === 0 ? '{ 2026-11-26: Thanksgiving Day }' : '{}'}\n  daysOff: []\n  absences: []\n`
        })
        .join(''),
    )
  }

  it.each([
    [
      'an issue in runbooks/',
      move(ISSUE, 'runbooks/orders-late.md'),
      'This looks like an issue: it has "runbook", "pipelines", "severity", "components"',
    ],
    [
      'a runbook in issues/',
      move('runbooks/orders.mdx', 'issues/orders.mdx'),
      'This looks like a runbook: it has "dataTypes", "sla", "onCall"',
    ],
    [
      'a pipeline in issues/',
      move('pipelines/orders.mdx', 'issues/orders.mdx'),
      'This looks like a pipeline',
    ],
    ['a rota in engineers/', move('rotas/on-call.yaml', 'engineers/on-call.yaml'), 'This looks like a rota'],
    [
      'an engineer in teams/',
      move('engineers/engineer-a.yaml', 'teams/engineer-a.yaml'),
      'This looks like an engineer: it has "team"',
    ],
    [
      'a leave in overrides/',
      (root: string) => {
        write(root, 'overrides/away.yaml', 'engineer: engineer-a\nfrom: 2026-12-07\nto: 2026-12-09\n')
      },
      'overrides/away.yaml:1 missing-field The field "rota" is missing',
    ],
    [
      'an issue in runbooks/ that also has a wrong value',
      (root: string) => {
        edit(root, ISSUE, 'severity: sev3', 'severity: high')
        move(ISSUE, 'runbooks/orders-late.md')(root)
      },
      'This looks like an issue',
    ],
    [
      'a copy that a file manager has made',
      (root: string) => {
        copyFileSync(path.join(root, ISSUE), path.join(root, 'issues/orders-late (1).md'))
      },
      'issues/orders-late (1).md: duplicate-file The file is the same as content/issues/orders-late.md',
    ],
    [
      'everybody away for three weeks',
      (root: string) => {
        for (const letter of ['a', 'b'])
          write(
            root,
            `leave/${letter}.yaml`,
            `engineer: engineer-${letter}\nfrom: 2026-12-07\nto: 2026-12-27\n`,
          )
      },
      'leave/a.yaml:2 rota-nobody-covers Nobody can cover the days from 2026-12-07 to 2026-12-27: everybody of the rotation is unavailable then',
    ],
    [
      'a start that was moved under published weeks',
      (root: string) => {
        publish(root)
        edit(root, 'rotas/on-call.yaml', 'start: 2026-11-23', 'start: 2026-11-16')
      },
      'rotas/on-call.yaml:4 published-gap The rota starts on 2026-11-16, and the first published week on 2026-11-23',
    ],
    [
      'a leave over published weeks',
      (root: string) => {
        publish(root)
        write(root, 'leave/a.yaml', 'engineer: engineer-a\nfrom: 2026-11-23\nto: 2026-12-06\n')
      },
      'leave/a.yaml:2 published-unavailable engineer-a is on duty on 2026-11-23',
      SHORT,
    ],
    [
      'a last day before weeks that are published',
      (root: string) => {
        publish(root)
        edit(root, 'engineers/engineer-b.yaml', /$/, 'until: 2026-11-29\n')
      },
      'engineers/engineer-b.yaml:3 published-inactive engineer-b is on duty on 2026-11-30',
      SHORT,
    ],
    [
      'a language that nobody knows, with a mark',
      (root: string) => {
        edit(root, ISSUE, '```sql test', '```sqll test')
      },
      'No language is called "sqll"',
    ],
    [
      'a section with a name of its own',
      (root: string) => {
        edit(root, ISSUE, '## Fix', '## Repair')
      },
      '"Repair" is no section of an issue',
    ],
    [
      'a section of the first level, with parts',
      (root: string) => {
        edit(root, ISSUE, '## Fix', '# Fix\n\n### The run')
      },
      '"Fix" is a second first-level heading',
    ],
    [
      'a rehearsal whose list is not closed',
      (root: string) => {
        write(root, 'rehearsals/x/rehearsal.yaml', 'title: [x\n')
      },
      'The list is not closed',
    ],
    [
      'a baseline whose list is not closed',
      (root: string) => {
        write(root, 'baseline.yaml', 'secrets: [\n')
      },
      'The list is not closed',
    ],
  ])('%s', (_, change, message, also?: readonly string[]) => {
    expect(found(change)).toEqual([expect.stringContaining(message), ...(also ?? [])])
  })

  it('a file in the wrong folder hides nothing that it may not hold anywhere', () => {
    const findings = found((root) => {
      edit(root, ISSUE, '## Fix', '<script>alert(1)</script>\n\n## Fix')
      renameSync(path.join(root, ISSUE), path.join(root, 'runbooks/orders-late.md'))
    })
    expect(findings.map((each) => each.split(' ')[1])).toEqual(['misplaced-entry', 'html'])
  })
})

describe('what is switched off hides nothing else', () => {
  const rulesFound = (change: (root: string) => void) => found(change).map((line) => line.split(' ')[1])
  const switchOff = (root: string, rule: string) => {
    edit(root, 'site.yaml', /$/, `\nrules: { ${rule}: off }\n`)
  }

  it('without misplaced-entry, an issue in runbooks/ has the findings of its fields', () => {
    const rules = rulesFound((root) => {
      switchOff(root, 'misplaced-entry')
      renameSync(path.join(root, ISSUE), path.join(root, 'runbooks/orders-late.md'))
    })
    expect(rules).toContain('unknown-key')
    expect(rules).not.toContain('misplaced-entry')
  })

  it('without duplicate-file, two files of the same text have what two pages of one title have', () => {
    const rules = rulesFound((root) => {
      switchOff(root, 'duplicate-file')
      copyFileSync(path.join(root, ISSUE), path.join(root, 'issues/orders-late-2.md'))
    })
    expect(rules).toEqual(expect.arrayContaining(['duplicate-title', 'duplicate-alert']))
  })

  it('a file in the wrong folder hides no receipt and no block of another page', () => {
    const rules = rulesFound((root) => {
      breakContent(root, 'tests/fixtures/broken/proofs')
      renameSync(path.join(root, 'pipelines/orders.mdx'), path.join(root, 'issues/orders.mdx'))
    })
    expect(rules).toEqual(expect.arrayContaining(['misplaced-entry', 'receipt-stale', 'block-test']))
  })
})

it('a dash in the first words of an item is what it says, and one before each line is a list that is none', () => {
  const lists = (text: string) =>
    found((root) => {
      const place = path.join(root, ISSUE)
      writeFileSync(place, `${readFileSync(place, 'utf8')}\n## Background\n\n${text}\n`)
    }).filter((line) => line.includes('list-mark'))
  expect(lists('- 05. – 09.07.2026: the fair')).toEqual([])
  expect(lists('– one\n– two')).toHaveLength(1)
})

it.each([
  ['the capital Ã of a word in quotation marks', '«A MANHû e depois nada.', 0],
  ['an ending of another script behind a Latin word', 'Смотри журнал в PRе и в SQLа.', 0],
  ['a letter of another script within a Latin word', 'Смотри журнал в Kаfka.', 1],
  ['the same on a page in Latin letters', 'Read the log of Kafkа.', 1],
])('%s', (_, text, times) => {
  const garbled = found((root) => {
    const place = path.join(root, ISSUE)
    writeFileSync(place, `${readFileSync(place, 'utf8')}\n## Background\n\n${text}\n`)
  }).filter((line) => line.includes('garbled-text'))
  expect(garbled).toHaveLength(times)
})

it.each([
  ["SELECT date_trunc('DAY', at) FROM orders", 0],
  ["SELECT at FROM orders WHERE on_day = 'DAY'", 1],
])('a part of a date is no variable of that name: %s', (code, times) => {
  const unfilled = found((root) => {
    edit(root, ISSUE, /^summary:/m, 'variables: [{ name: DAY, summary: The day }]\nsummary:')
    edit(root, ISSUE, '## Fix', `\`\`\`sql test="none: an example"\n${code};\n\`\`\`\n\n## Fix`)
  }).filter((line) => line.includes('unfilled-variable'))
  expect(unfilled).toHaveLength(times)
})

it.each([
  ['what several blanks part from a value', 'title: $1   #5 is late', 1],
  ['a line of its own', 'title: $1\n#5 is late', 0],
])('a comment, cut from a value or not: %s', (_, to, times) => {
  const cut = found((root) => {
    edit(root, ISSUE, /^title: (.*)$/m, to)
  }).filter((line) => line.includes('cut-value'))
  expect(cut).toHaveLength(times)
})
