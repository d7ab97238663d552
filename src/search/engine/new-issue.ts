import { isMachineText } from './excerpt.ts'

/** The longest first line that is taken into a new issue: an address that is too long is refused by the forge. */
const MAX_SIGNATURE = 200

/** The line of a pasted text that most likely names the fault: one with an error in it, else the first. */
export function faultLine(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const fault =
    lines.find((line) => /error|exception|fail|fatal|denied|refused/i.test(line)) ?? lines[0] ?? ''
  return fault.toWellFormed().slice(0, MAX_SIGNATURE)
}

/** The forge's editor for a new issue. */
export interface NewIssueEditor {
  /** Its address, without a query. */
  url: string
  /** What the file's name and its text are called in the query: forges differ. */
  draft: { name: string; text: string }
  /** The team's own template of an issue, with its fields and sections. */
  template: string
}

/**
 * Where the forge's editor opens with a new issue in it: the template, with what was typed as its title, or the line of a
 * pasted text that names the fault as its signature.
 */
export function newIssueUrl({ url: editor, draft, template }: NewIssueEditor, text: string): string {
  const quoted = (each: string) => `'${each.replaceAll("'", "''")}'`
  const title = text.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, MAX_SIGNATURE)
  const signatures = `\nsignatures:\n  # Put * in place of what varies: ids, times, names.\n  - ${quoted(faultLine(text))}\n---\n`
  const isPrinted = isMachineText(text) || /[:<>&#=()[\]{}]/.test(text)
  const value = isPrinted
    ? template.replace(/\n---\n/, () => signatures)
    : template.replace(/^title: .*$/m, () => `title: ${quoted(title)}`)
  const url = new URL(editor)
  url.searchParams.set(draft.name, 'new-issue.md')
  url.searchParams.set(draft.text, value)
  return url.href
}
