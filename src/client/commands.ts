/** Languages of recorded terminal sessions, where `#` is a prompt; elsewhere it begins a comment. */
const SESSIONS = /\blanguage-(console|shell-session|session|terminal|pycon)\b/

const SHELL = /\blanguage-(?:bash|sh|shell|zsh|ksh|powershell)\b/

/** What a shell or an interpreter prints before a command. */
const PROMPT = /^(?:\$|%|>>>|PS>|\(?[\w.-]*\)?\s?[\w.-]+@[\w.-]+(?::[^\s$#]*)?[$#]) /
const ROOT_PROMPT = /^# /
/** What it prints before the rest of a command. */
const CONTINUED = /^(?:> |\.\.\. |\.\.\.$)/

/**
 * The text of a block that can be pasted: of a recorded session only its commands, without their prompts and without
 * what they printed.
 *
 * @param text the block as it is shown
 * @param classes the class attribute that names its language
 */
export function commandsOf(text: string, classes: string): string {
  const lines = text.split('\n')
  const isSession = SESSIONS.test(classes)
  const prompt = (line: string) => PROMPT.exec(line) ?? (isSession ? ROOT_PROMPT.exec(line) : null)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const mayBe = isSession || SHELL.test(classes) || !classes.includes('language-') || first.startsWith('>>> ')
  // A session in which nobody wrote a prompt is commands alone.
  const hasPrompt = isSession ? lines.some((line) => prompt(line) !== null) : prompt(first) !== null
  if (!mayBe || !hasPrompt) return text

  const commands: string[] = []
  let isOpen = false
  for (const line of lines) {
    const mark = prompt(line)
    const rest = isOpen && isUnfinished(commands) ? CONTINUED.exec(line) : null
    if (mark) commands.push(line.slice(mark[0].length))
    else if (rest) commands.push(line.slice(rest[0].length))
    else if (isOpen && (commands.at(-1) ?? '').endsWith('\\')) commands.push(line)
    else {
      isOpen = false
      continue
    }
    isOpen = true
  }
  return commands.join('\n')
}

/** Whether the last command goes on: a shell shows `> ` for nothing else, but what it prints may begin like that too. */
function isUnfinished(commands: readonly string[]): boolean {
  const last = commands.at(-1) ?? ''
  if (/(?:[\\|({:]|&&|\b(?:do|then|else))\s*$/.test(last) || /^\s+\S|^$/.test(last)) return true
  const all = commands.join('\n')
  return all.includes('<<') || count(all, "'") % 2 === 1 || count(all, '"') % 2 === 1
}

const count = (text: string, mark: string) => text.split(mark).length - 1
