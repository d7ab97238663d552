import type { Quotes } from './quotes.ts'

/**
 * How much quotes can hold at a place: any value; words with blanks between them; or one word, because something reads the
 * value once more, or reads the quotes in another way.
 */
export type Takes = 'anything' | 'words' | 'a word'

/** Programs that run their own words, or read them as arithmetic, and shells, which on another machine read them again. */
const RUNNERS = [
  'eval(?:_ro)?|EVAL(?:_RO)?|alias|let|su|trap|watch|xargs|parallel|at|batch|crontab|tmux|screen|script|flock|expect|make|ansible[\\w-]*',
  '[\\w-]*(?:ssh|dsh)|mosh|heroku|hyperfine|salt[\\w-]*|runuser|sg|sem|entr|socat|nix-shell|powershell',
  'mongo(?:sh)?|bun|deno|sqlcmd|osascript|tclsh|Rscript|julia|[gm]?awk|g?sed|perl|python[\\d.]*|ruby|node|php|lua|env\\s+-\\S*S',
  '(?:[bdr]?a|[ckrz]|tc|fi|clu|nu|pw)?sh',
].join('|')
/** Where quotes are not what they look like: within another command, a heredoc, a default value or an array's place. */
const NESTED = /`|\$[('"[]|[<>(]\(|<<|\[\[|\$\{[^}]*[$"'<[]|\w\[[$<]/
/** What counts: some shells read a word there as a sum, and a sum can hold a command. */
const SUMS =
  /\s-(?:eq|ne|[gl][te])\s|\bprintf\b[^\n]*%[^s]|\b(?:exit|return|shift|break|continue|declare|typeset|local|integer|float|export|readonly|unset|read)\s[^\n;&|]*[<$"']/
const READ_AGAIN = new RegExp(`${NESTED.source}|${SUMS.source}|(?<![\\w.-])(?:${RUNNERS})(?![\\w-])`)

/** What every place of a block takes at most. */
export function takenBy({ code, areOdd }: Quotes, text: string, isShell: boolean): Takes {
  if (areOdd) return 'a word'
  if (!isShell) return /\/\*|[\\`#]|\$\$|\{\{/.test(code) ? 'a word' : 'anything'
  if (READ_AGAIN.test(code)) return 'a word'
  // At its prompt, zsh knows no comments: an apostrophe opens quotes there.
  const comments = text.match(/(?<=^|\s)#[^\n]*/gm) ?? []
  return comments.some((comment) => /['"`\\]|\$\(/.test(comment)) ? 'words' : 'anything'
}

/** Whether only plain signs are around a place, up to its blanks or quotes: else it is within a program or a query. */
export function isWholeWord(before: string, after: string, quote: string): boolean {
  const around = '(?:[\\w@%+=:,./-]|\\$\\w+|\\$\\{\\w+\\}|<\\w+>)*'
  if (quote === '') return !/[\\$]$/.test(before)
  return new RegExp(`${quote}${around}$`).test(before) && new RegExp(`^${around}${quote}`).test(after)
}
