/** The drawing of a runbook's flow, laid out at build time: a line down through the stages, and at each what breaks there. */

interface Stage<Issue> {
  name: string
  note?: string | undefined
  issues: readonly Issue[]
}

/** One line of text and its baseline. */
interface Line {
  y: number
  text: string
}

interface StageDrawing<Issue> {
  /** Of the dot on the line. */
  y: number
  name: Line[]
  note: Line[]
  issues: { issue: Issue; y: number; height: number; lines: Line[] }[]
}

/** Everything is as wide as the narrowest place that shows it, so that no text shrinks. Units are CSS pixels at that size. */
export const FLOW = { width: 264, spine: 9, text: 28, box: 36, pad: 9, radius: 5 } as const

/** Characters that fit beside the line in a wide font: of a name, a note and an issue's title. */
const FIT = { name: 28, note: 33, issue: 29 }
const LINE = { name: 18, note: 16, issue: 17 }
const GAP = { issue: 7, stage: 18 }

/** Lays out the stages in their order. `title` is what an issue's box says. */
export function drawFlow<Issue>(
  stages: readonly Stage<Issue>[],
  title: (issue: Issue) => string,
): { height: number; stages: StageDrawing<Issue>[] } {
  let y = 0
  const write = (text: string, kind: keyof typeof LINE): Line[] =>
    wrap(text, FIT[kind]).map((line) => ({ text: line, y: (y += LINE[kind]) - 4 }))
  const drawn = stages.map(({ name, note, issues }, place) => {
    if (place > 0) y += GAP.stage
    const dot = y + LINE.name / 2
    return {
      y: dot,
      name: write(name, 'name'),
      note: note === undefined ? [] : write(note, 'note'),
      issues: issues.map((issue) => {
        const top = (y += GAP.issue)
        y += FLOW.pad - 3
        const lines = write(title(issue), 'issue')
        y += FLOW.pad - 3
        return { issue, y: top, height: y - top, lines }
      }),
    }
  })
  return { height: y + 2, stages: drawn }
}

/** Breaks a text at spaces into lines of at most so many characters; a longer word has a line of its own. */
function wrap(text: string, fit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= fit) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
