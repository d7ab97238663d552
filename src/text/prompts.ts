/**
 * What terminals, shells and consoles print before what people type, at the beginning of a line. `# ` is one only in a
 * recorded session: elsewhere it begins a comment.
 */
const SHELL = [
  // ann@db-1:~$, [root@db-1 etc]#, also in a virtual environment
  String.raw`(?:\([\w. -]{1,40}\) ?)?[\w.-]+@[\w.-]+[^\n$#%]{0,60}[$#%] `,
  String.raw`(?:\([\w. -]{1,40}\) ?)?\[[\w.-]+@[^\]\n]{1,80}\][$#%] ?`,
  String.raw`(?:\([\w. -]{1,40}\) ?)?[$%❯] (?=\S)`,
  String.raw`➜ +\S+ (?:git:\(\S+\) )?(?:[✗$] )?`,
  String.raw`(?:ba|z|da|k)?sh-[\d.]+[$#] `,
  String.raw`PS(?: [A-Z]:[^\n>]*)?> `,
  String.raw`[A-Z]:\\[^\n>]*> ?`,
]
const INTERPRETER = [
  String.raw`>>> |In \[\d+\]: `,
  String.raw`(?:mysql|sqlite|psql|hive|cqlsh|redis|trino(?::\S+)?|presto(?::\S+)?|spark-sql|duckdb|mongo|scala|ksql|MariaDB \[[^\]]*\]|SQL)> `,
  String.raw`[\w-]+[=-][#>] `,
]

const atStart = (prompts: readonly string[]) => new RegExp(`^(?:${prompts.join('|')})`)
const SHELL_PROMPT = atStart(SHELL)
export const PROMPT = atStart([...SHELL, ...INTERPRETER])

/** Languages of recorded terminal sessions. */
const SESSION = /^(?:console|shell-session|session|terminal|pycon)$/
/** Languages in which a block may be a session, where its first line has a prompt. */
const MAY_BE = /^(?:bash|sh|shell|zsh|ksh|powershell|ps1|bat|batch|cmd|dos|python|py|\w*sql)?$/
const ROOT_PROMPT = /^# /
/** A command after which a shell of root, or of a container, asks with `# `. */
const BECOMES_ROOT = new RegExp(
  [
    String.raw`sudo (?:-[ugEHn]+ (?:\w+ )?)*(?:-[A-Za-z]*[is][a-z]*(?: \w+)?|su(?: -l| -)?(?: root)?|(?:ba|z|k)?sh)$`,
    String.raw`su(?: -l| -)?(?: root)?$`,
    String.raw`ssh .*\broot@\S+$`,
    String.raw`(?:sudo )?(?:docker|podman|nerdctl|crictl|kubectl|oc|chroot|nsenter)\b.*[ /](?:ba|z|da|a|k)?sh$`,
  ]
    .map((each) => `^${each}`)
    .join('|'),
)
const ENDS_SHELL = /^(?:exit|logout)(?: \d+)?$/
/** Nobody types a longer one to get to another shell, and reading it would take its time. */
const MAX_COMMAND = 500
/** A command of root after which another shell asks: of another user, host or container, or the one below. */
const LEAVES_ROOT = new RegExp(
  [
    ENDS_SHELL.source.slice(1),
    String.raw`su(?: -{1,2}(?!c |command)[\w=/-]*| /\S+)*(?: [a-z_][\w-]*)?$`,
    String.raw`sudo (?:-\S+ (?:[a-z_][\w.-]* )?)*(?:-[A-Za-z]*[is]\w*(?: [a-z_][\w.-]*)?|--login|su(?: -[\w-]*)?(?: [a-z_][\w-]*)?|(?:ba|z|k)?sh)$`,
    String.raw`runuser(?: -(?!c )[\w-]*(?: [a-z_][\w-]*)?)+(?: \S*sh)?$`,
    String.raw`(?:gosu|su-exec|chroot) \S+(?: \S*sh)?$`,
    String.raw`ssh(?: -\w+(?: [^\s-]\S*)?)* [\w.@:-]+$`,
    String.raw`(?:docker|podman|nerdctl|crictl|kubectl|oc|lxc|nsenter)\b.* -\S.*[ /](?:ba|z|da|a|k)?sh$`,
    String.raw`(?:docker|podman|oc|lxc)(?:[ -]compose)? (?:exec|rsh) \S+(?: \S*sh)?$`,
  ]
    .map((each) => `^${each}`)
    .join('|'),
)
/** What is printed before the rest of a command. */
const CONTINUED = /^(?:>{1,2} |\.\.\. |\.\.\.$| *\.\.\.: ?| *\.\.\.> ?| +-> ?|[\w-]+[-'"(][#>] ?)/

/** A line of a recorded session: how many characters of it are a prompt, and whether the rest was typed. */
export interface SessionLine {
  prompt: number
  isTyped: boolean
}

/**
 * What was typed in a recorded session.
 *
 * @param language the block's, `''` for none
 * @returns nothing for a block that is no session: a script, a query, a file
 */
export function sessionLines(text: string, language: string): SessionLine[] | undefined {
  const lines = text.split(/\r?\n/)
  const isSession = SESSION.test(language)
  const isOfRoot = isSession && isRootSession(lines)
  const promptOf = (line: string) => PROMPT.exec(line) ?? (isOfRoot ? ROOT_PROMPT.exec(line) : null)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  // A session in which nobody wrote a prompt is commands alone.
  const hasPrompt = isSession ? lines.some((line) => promptOf(line) !== null) : promptOf(first) !== null
  if (!hasPrompt || !(isSession || MAY_BE.test(language))) return undefined

  const typed: string[] = []
  let isOpen = false
  let isRoot = isOfRoot
  return lines.map((line) => {
    // The shell that one came from asks again.
    if (SHELL_PROMPT.test(line)) isRoot = false
    const mark = PROMPT.exec(line) ?? (isRoot ? ROOT_PROMPT.exec(line) : null)
    const rest = isOpen && isUnfinished(typed) ? CONTINUED.exec(line) : null
    const goesOn = isOpen && (typed.at(-1) ?? '').endsWith('\\')
    isOpen = mark !== null || rest !== null || goesOn
    if (!isOpen) return { prompt: 0, isTyped: false }
    const prompt = (mark ?? rest)?.[0].length ?? 0
    typed.push(line.slice(prompt))
    const command = line.slice(prompt).trim()
    // Who came from root's shell is back there behind the end of another.
    if (BECOMES_ROOT.test(command) || (isOfRoot && ENDS_SHELL.test(command))) isRoot = true
    return { prompt, isTyped: true }
  })
}

/**
 * Whether `# ` is the prompt: not where a shell shows another one, for then it begins a line of output, as in
 * `# TYPE up gauge`, or a comment; unless root went to that shell. Root may well start an interpreter, which has its own.
 */
function isRootSession(lines: readonly string[]): boolean {
  const first = lines.find((line) => PROMPT.test(line) || ROOT_PROMPT.test(line)) ?? ''
  if (!ROOT_PROMPT.test(first)) return false
  const other = lines.findIndex((line) => SHELL_PROMPT.test(line))
  if (other < 0) return true
  const last = lines.slice(0, other).findLast((line) => ROOT_PROMPT.test(line)) ?? ''
  return last.length < MAX_COMMAND && LEAVES_ROOT.test(last.replace(ROOT_PROMPT, '').trim())
}

/** Whether the last command goes on: a shell shows `> ` for nothing else, but what it prints may begin like that too. */
function isUnfinished(commands: readonly string[]): boolean {
  const last = commands.at(-1) ?? ''
  if (/(?:[\\|({:]|&&|\b(?:do|then|else))\s*$/.test(last) || /^\s+\S|^$/.test(last)) return true
  // A statement of SQL ends with a semicolon.
  if (
    /^\s*(?:select|with|insert|update|delete|from|where|group|order|join|and|or|create|alter)\b/i.test(last)
  )
    return !/;\s*$/.test(last)
  const all = commands.join('\n')
  return all.includes('<<') || count(all, "'") % 2 === 1 || count(all, '"') % 2 === 1
}

const count = (text: string, mark: string) => text.split(mark).length - 1
