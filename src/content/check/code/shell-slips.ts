import distance from 'damerau-levenshtein'
import type { CodeProblem } from './problem.ts'
import { flagProblem } from './shell-flags.ts'
import { outputProblem } from './shell-output.ts'
import { senseProblem } from './shell-sense.ts'
import { wordSlip } from './shell-words.ts'
import { sqlInText } from './sql-in-text.ts'

/** What a shell reads without a word, and does something else than what is meant. Each is looked for outside of quotes. */
const SLIPS: readonly { pattern: RegExp; message: string; hint: string }[] = [
  {
    pattern: /(?:^|[;&|(]|\b(?:if|while|until|elif|then|do))[ \t]*\[(?=["$])(?![^\]\n]*\]=)/m,
    message: 'A blank is missing behind [',
    hint: 'Write [ "$name" = value ]: the bracket is a command.',
  },
  {
    pattern: /(?<=(?:^|[;&|]|\b(?:if|while|until|elif))[ \t]*\[ [^\]\n[]*")\](?=[ \t]*(?:;|&&|\|\||$))/m,
    message: 'A blank is missing before ]',
    hint: 'Write [ "$name" = value ].',
  },
  {
    pattern: /(?<=\s)2>1(?=\s|;|$)/,
    message: '2>1 writes into a file that is called 1',
    hint: 'Did you mean 2>&1?',
  },
  {
    pattern: /\brm[ \t]+(?:-{1,2}\w[\w-]*[ \t]+)*-\w*[rR]\w*[ \t]+(?:-{1,2}\w[\w-]*[ \t]+)*\/(?=\s|;|&|$)/,
    message: 'This deletes everything below /',
    hint: 'Delete the blank behind the /, or name the folder.',
  },
  {
    pattern: /\brm[ \t]+(?:-\w+[ \t]+){1,10}[^\n;&|]{0,300}\/[ \t]+\*(?=\s|;|&|$)/,
    message: 'The * is a word of its own: everything here is deleted too',
    hint: 'Delete the blank before it.',
  },
  {
    pattern:
      /^[ \t]*(?:SELECT[ \t]+\S|INSERT INTO|UPDATE[ \t]+\w+[ \t]+SET|DELETE FROM|(?:CREATE|DROP|ALTER|TRUNCATE) TABLE)\b/m,
    message: 'This is SQL, and no command of a shell',
    hint: 'Put it into a block of its own, ```sql, or hand it to a command in quotes.',
  },
]

/** Commands whose names are long enough to be mistyped. */
const COMMANDS =
  'kubectl docker podman systemctl journalctl sudo curl wget grep psql mysql helm terraform ansible python python3 spark-submit airflow rsync openssl git chmod chown mkdir export echo cat kafka-topics.sh kafka-consumer-groups.sh kafka-configs.sh'.split(
    ' ',
  )
/** At the beginning of a line, after a pipe or an operator, and behind sudo. */
const COMMAND = /(?:^|[|;&(])[ \t]*(?:sudo[ \t]+(?:-\w+[ \t]+)*)?([A-Za-z][\w.-]*)(?=[ \t]+[^=\s(]|[ \t]*$)/gm

/** What follows the name of a command that does many things; each long enough to be mistyped. */
const SUBCOMMANDS: Readonly<Record<string, readonly string[]>> = {
  git: 'add bisect blame branch checkout cherry-pick clean clone commit config describe diff fetch grep init log merge pull push rebase reflog remote reset restore revert rev-parse show stash status submodule switch tag worktree'.split(
    ' ',
  ),
  kubectl:
    'annotate apply attach auth config cordon create debug delete describe diff drain edit events exec explain expose get label logs patch port-forward replace rollout run scale set taint top uncordon wait'.split(
      ' ',
    ),
  docker:
    'attach build commit compose container cp create exec image images info inspect kill login logs network pause port ps pull push rename restart rm rmi run start stats stop system tag top volume wait'.split(
      ' ',
    ),
  systemctl:
    'cat daemon-reload disable edit enable is-active is-enabled is-failed isolate kill list-timers list-units mask reload restart reset-failed show start status stop unmask'.split(
      ' ',
    ),
  helm: 'dependency get history install lint list package plugin pull push repo rollback search show status template test uninstall upgrade'.split(
    ' ',
  ),
  terraform:
    'apply console destroy fmt force-unlock get graph import init login output plan providers refresh show state taint untaint validate workspace'.split(
      ' ',
    ),
}
const WITH_SUBCOMMAND =
  /(?:^|[|;&(])[ \t]*(?:sudo[ \t]+(?:-\w+[ \t]+)*)?(git|kubectl|docker|systemctl|helm|terraform)[ \t]+([a-z][a-z-]*)(?=\s|$)/gm

/** Slips in commands that a shell reads without a word. */
export function shellSlips(code: string): CodeProblem[] {
  const outside = outsideOfQuotes(code)
  for (const { pattern, message, hint } of SLIPS) {
    const match = pattern.exec(outside.text)
    if (match)
      return [{ offset: match.index + (match[0].length - match[0].trimStart().length), message, hint }]
  }
  if (outside.open) return [outside.open]
  const problem =
    outputProblem(outside.text) ?? wordSlip(outside.text, code) ?? flagProblem(outside.text, code)
  if (problem) return [problem]
  for (const { 0: all, 1: word = '', index } of outside.text.matchAll(COMMAND)) {
    const meant = word.length < 4 ? undefined : COMMANDS.find((name) => isSlip(word, name))
    if (meant !== undefined)
      return [
        {
          offset: index + all.lastIndexOf(word),
          message: `There is no command ${word}`,
          hint: `Did you mean "${meant}"?`,
          isDoubtful: true,
        },
      ]
  }
  // A backslash at the end of a line goes on with the command.
  const joined = outside.text.replace(/\n/g, (end, at: number) => (code.charAt(at - 1) === '\\' ? ' ' : end))
  const sense = senseProblem(joined, code)
  return sense ? [sense] : [...subcommandProblem(outside.text), ...sqlInText(code, 'shell')].slice(0, 1)
}

function subcommandProblem(text: string): CodeProblem[] {
  for (const { 0: all, 1: command = '', 2: word = '', index } of text.matchAll(WITH_SUBCOMMAND)) {
    const known = SUBCOMMANDS[command] ?? []
    const meant = known.includes(word) ? undefined : known.find((name) => isOneSlip(word, name))
    if (meant !== undefined)
      return [
        {
          offset: index + all.length - word.length,
          message: `${command} has no command ${word}`,
          hint: `Did you mean "${meant}"?`,
          // Somebody may have given it another name, or added one.
          isDoubtful: true,
        },
      ]
  }
  return []
}

/** What a command prints, in a block that no shell can read because of it. */
export function printedIn(code: string): CodeProblem | undefined {
  return outputProblem(outsideOfQuotes(code).text)
}

/** A letter left out or written twice, or two of them swapped: another letter makes another command, as kubectx. */
function isSlip(word: string, name: string): boolean {
  return !COMMANDS.includes(word) && isOneSlip(word, name)
}

function isOneSlip(word: string, name: string): boolean {
  if (name.length < 4 || word === name || distance(word, name).steps !== 1) return false
  if (word.length === name.length) return [...word].sort().join('') === [...name].sort().join('')
  if (word.length < name.length) return name.length >= 6 && word.charAt(0) === name.charAt(0)
  return word.replace(/(.)\1/g, '$1') === name.replace(/(.)\1/g, '$1')
}

const HERE = /(?<![<\d(])<<(?!<)(-?)[ \t]*(?:"([A-Za-z_]\w*)"|'([A-Za-z_]\w*)'|\\?([A-Z][A-Z_\d]+))(?![\w>])/

/** The same text, as long, with what is in quotes, comments and here-documents blank; and a here-document without its end. */
function outsideOfQuotes(code: string): { text: string; open?: CodeProblem } {
  const plain = code.replace(/\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"?|'[^']*'|(?<=^|\s)#[^\n]*/gm, (part) =>
    /^["']/.test(part) ? `${part.charAt(0)}${blank(part.slice(1, -1))}${part.charAt(0)}` : blank(part),
  )
  const lines = plain.split('\n')
  const written = code.split('\n')
  let open: CodeProblem | undefined
  let offset = 0
  for (let at = 0; at < lines.length; at++) {
    // The word may be in quotes, which are blank by now: the line as it is written is read.
    const line = written[at] ?? ''
    const found = (lines[at] ?? '').includes('<<') ? HERE.exec(line) : null
    if (found && !/\(\(/.test(line)) {
      const word = found[2] ?? found[3] ?? found[4] ?? ''
      const end = written.findIndex(
        (each, index) => index > at && (found[1] === '-' ? each.replace(/^\t+/, '') : each) === word,
      )
      if (end < 0) {
        open ??= {
          offset: offset + found.index,
          message: `The here-document ${found[0].trim()} has no end`,
          hint: `Write ${word} alone on a line, without blanks before or behind it.`,
        }
        for (let rest = at + 1; rest < lines.length; rest++) lines[rest] = blank(lines[rest] ?? '')
        break
      }
      for (let rest = at; rest < end; rest++) offset += (written[rest]?.length ?? 0) + 1
      for (let rest = at + 1; rest <= end; rest++) lines[rest] = blank(lines[rest] ?? '')
      at = end
    }
    offset += (written[at]?.length ?? 0) + 1
  }
  return { text: lines.join('\n'), ...(open && { open }) }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
