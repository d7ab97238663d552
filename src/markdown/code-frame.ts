import { fenceAttributes } from '../content/read/code-fence.ts'

/** What a reader does with a block: runs it, compares with it, or fills it in and sends it. */
export type BlockUse = 'command' | 'output' | 'message'

export interface CodeFrame {
  use: BlockUse
  /** The line above the code: a file's name, the language, or what the block is. */
  label: string
}

/** Languages of what a program prints. A block without a language may be anything, also a command. */
const OUTPUT_LANGUAGES = new Set(['text', 'plaintext', 'txt', 'log', 'output', 'diff'])

/** A blank that a person fills in before the text is sent: `<LAG>`, `<TIME, ZONE>`. */
export const BLANK = /<[A-Z][A-Z0-9_]+[^<>\n]{0,40}>/

/**
 * Says what a block is for, from its fence. `use="output"`, `use="message"` and `use="command"` decide where they are
 * written; `title="…"` or `file="…"` names the file that the block is a part of.
 *
 * @param language the first word after the fence; nothing for a fence without one
 * @param meta what follows it
 * @param text the block's own text
 */
export function codeFrame(
  language: string | undefined,
  meta: string | null | undefined,
  text: string,
): CodeFrame {
  const attributes = fenceAttributes(meta)
  const use = asUse(attributes.get('use')) ?? usual(language?.toLowerCase(), text)
  const file = attributes.get('title') ?? attributes.get('file') ?? attributes.get('filename')
  if (typeof file === 'string' && file.trim() !== '') return { use, label: file.trim() }
  if (use === 'output') return { use, label: 'Example output' }
  if (use === 'message') return { use, label: 'Message to send' }
  return { use, label: language ?? '' }
}

function asUse(value: string | true | undefined): BlockUse | undefined {
  return value === 'output' || value === 'message' || value === 'command' ? value : undefined
}

function usual(language: string | undefined, text: string): BlockUse {
  if (language === undefined || !OUTPUT_LANGUAGES.has(language)) return 'command'
  return language !== 'diff' && language !== 'log' && BLANK.test(text) ? 'message' : 'output'
}
