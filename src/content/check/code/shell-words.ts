import type { CodeProblem } from './problem.ts'

/** A slip that a shell reads without a word; `isWritten` where what is in quotes counts too. */
interface WordSlip {
  pattern: RegExp
  message: string
  hint: string
  isWritten?: true
  isDoubtful?: true
}

const SLIPS: readonly WordSlip[] = [
  {
    pattern: /^[ \t]*[A-Z][A-Z0-9_]{2,}[ \t]+=[ \t]*(?=[\w"'$/.])/m,
    message: 'With blanks around it, = sets nothing: the name is run as a command',
    hint: 'Write NAME=value.',
  },
  {
    pattern: /(?:^|[;&|]|\b(?:export|local|readonly|declare))[ \t]*\$[A-Za-z_]\w*=(?=[^=\s])/m,
    message: 'A name that is set has no $ before it',
    hint: 'Write NAME=value.',
  },
  {
    pattern: /(?<=\s)[12]&>[12](?=\s|;|$)/m,
    message: 'This writes into a file that is called by a number',
    hint: 'Did you mean 2>&1?',
  },
  {
    pattern: /\bfor[ \t]+\w+[ \t]+in[ \t]+\d+\.\.\d+(?=\s|;|$)/m,
    message: 'The loop runs once, with the dots',
    hint: 'Write {1..3}, with the brackets.',
  },
  {
    pattern: /\b[gm]?awk[ \t]+(?:-F[ \t]*\S+[ \t]+)?\{[ \t]*print\b/,
    message: 'The program of awk is in no quotes: the shell reads its signs',
    hint: "Write awk '{print $1}'.",
  },
  {
    pattern: /\bsed(?:[ \t]+-[A-Za-z.]+)*[ \t]+(['"])s\/(?:[^/\\'"\n]|\\.)*\/(?:[^/\\'"\n]|\\.)*\1/,
    message: 'The command s of sed has no third /',
    hint: "Write 's/old/new/'.",
    isWritten: true,
  },
  {
    pattern: /\bsed(?:[ \t]+-[A-Za-z.]+)*[ \t]+s\/[\w.-]*\/[\w.-]*(?=[ \t]|$)(?!\/)/m,
    message: 'The command s of sed has no third /',
    hint: "Write 's/old/new/'.",
  },
  {
    pattern: /(?<![\w/.:-])https?(?::\/(?![/\s])|\/\/)(?=\w)/,
    message: 'The address has one sign too few',
    hint: 'Write https://.',
    isWritten: true,
  },
  {
    pattern:
      /[ \t]-exec(?:dir)?[ \t](?!(?:(?![ \t]-exec)[^\n])*(?:\\;|';'|";"|[ \t]\+(?=\s|$)|\\$))(?<=\bfind[ \t][^\n|;&]{0,500})/m,
    message: 'The command of -exec has no end',
    hint: 'Write \\; or + behind it.',
    isWritten: true,
  },
  {
    pattern: /&(?:amp|lt|gt|quot|nbsp);/,
    message: 'This is a sign of HTML: a shell reads & and ; in it',
    hint: 'Write the sign itself.',
    isDoubtful: true,
  },
  {
    pattern: /^(?:\+ \S[^\n]*(?:\n|$))+$/,
    message: 'Each line begins with the + that a comparison or a trace prints',
    hint: 'Delete it.',
  },
  {
    pattern: /^(?:> [a-z][^\n]*(?:\n|$))+$/,
    message: 'Each line begins with > : it writes into a file of that name',
    hint: 'Delete the > that was copied.',
  },
]

/** Slips in the words of a command. */
export function wordSlip(outside: string, code: string): CodeProblem | undefined {
  for (const { pattern, message, hint, isWritten, isDoubtful } of SLIPS) {
    const match = pattern.exec(isWritten ? code : outside)
    if (match && !isInComment(code, match.index))
      return {
        offset: match.index + (match[0].length - match[0].trimStart().length),
        message,
        hint,
        ...(isDoubtful && { isDoubtful }),
      }
  }
  return lonelyOption(outside, code)
}

function isInComment(code: string, offset: number): boolean {
  return /(?:^|\s)#/.test(code.slice(code.lastIndexOf('\n', offset - 1) + 1, offset))
}

/** A line that begins with an option, below one that a backslash should join with it. */
function lonelyOption(outside: string, code: string): CodeProblem | undefined {
  const lines = outside.split('\n')
  const written = code.split('\n')
  let offset = 0
  let depth = 0
  for (const [at, line] of lines.entries()) {
    const above = (written[at - 1] ?? '').trimEnd()
    const isOption = /^[ \t]+--[a-z][\w-]*(?=[ \t=]|$)/.test(line)
    if (
      isOption &&
      depth === 0 &&
      /^[ \t]*[\w./-]+[ \t]+.*[^\\|&({;,#=]$/.test(above) &&
      !above.includes('#')
    )
      return {
        offset: offset + (line.length - line.trimStart().length),
        message: 'The line begins with an option, and is a command of its own',
        hint: 'Write \\ at the end of the line above.',
        isDoubtful: true,
      }
    for (const sign of line) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    offset += line.length + 1
  }
  return undefined
}
