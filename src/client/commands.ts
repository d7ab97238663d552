const SESSION = /\b(?:console|shell-session)\b/
const SHELL = /\blanguage-(?:bash|sh|shell|zsh|ksh)\b/
/** In a script, a line that begins with # is a comment; in a session it is a command of root. */
const ANY_PROMPT = /^[$#] /
const USER_PROMPT = /^\$ /

/**
 * What of a block is pasted into a terminal: of a session the commands, without their prompts and what was printed.
 * A block of a shell, or of no language, is a session where its first line has a prompt.
 *
 * @param classes the classes of the block, which name its language
 */
export function commandsOf(text: string, classes: string): string {
  const isSession = SESSION.test(classes)
  const prompt = isSession ? ANY_PROMPT : USER_PROMPT
  const mayBe = isSession || SHELL.test(classes) || !classes.includes('language-')
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (!mayBe || !prompt.test(first)) return text
  const commands: string[] = []
  let goesOn = false
  for (const line of lines) {
    if (prompt.test(line)) commands.push(line.slice(2))
    else if (goesOn) commands.push(line)
    // A line that ends with a backslash goes on in the next one.
    goesOn = (prompt.test(line) || goesOn) && line.endsWith('\\')
  }
  return commands.join('\n')
}
