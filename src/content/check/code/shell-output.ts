import type { CodeProblem } from './problem.ts'

/** Lines that no shell is given: what commands print. Quotes are there, what is in them is blank. */
const OUTPUT: readonly RegExp[] = [
  // NAME    READY   STATUS
  /^[ \t]*[A-Z][A-Z0-9_-]*(?:\([^)\n]*\))?(?:(?: {2,}|\t+)[A-Z%][A-Z0-9_%-]*(?: [A-Z-]+)*(?:\([^)\n]*\))?){2,}[ \t]*$/m,
  /^Filesystem[ \t]+\S[^\n]*Mounted on[ \t]*$/m,
  /^total \d[\d.]*[KMGT]?$/m,
  /^[-dlcbps](?:[r-][w-][xsStT-]){3}[.+@]?[ \t]+\d+[ \t]+\S/m,
  /^HTTP\/[\d.]+ [1-5]\d\d\b/m,
  /^Error from server[ \t]*(?:\(|:)/m,
  /^\(\d+ rows?\)$/m,
  /^\+-{2,}(?:\+-+)*\+$/m,
  /^ *-{3,}(?:\+-{2,})+ *$/m,
  /^[ \t]*Active: (?:active|inactive|failed)\b/m,
  /^(?:deployment|statefulset|daemonset|replicaset)\.apps\/\S+ (?:created|configured|scaled|restarted|deleted|unchanged|patched)$/m,
  /^(?:pod|service|node|configmap|secret|job\.batch|namespace)\/?[ "]\S* (?:created|deleted|cordoned|uncordoned|evicted|drained)$/m,
  /^Topic: \S+[ \t]+(?:TopicId|PartitionCount|Partition):/m,
  /^Traceback \(most recent call last\):$/m,
  /^\{\n[ \t]+" *": /m,
  /^\[\n[ \t]+(?:"[ \w.-]*",?$|\{\n)/m,
]

/**
 * The output of a command among the commands: who copies the block runs it.
 *
 * @param text the block with what is in quotes, comments and here-documents blank
 */
export function outputProblem(text: string): CodeProblem | undefined {
  if (!/\S\s*\n\s*\S/.test(text)) return undefined
  let first: number | undefined
  for (const pattern of OUTPUT) {
    const found = pattern.exec(text)?.index
    if (found !== undefined && (first === undefined || found < first)) first = found
  }
  if (first === undefined) return undefined
  return {
    offset: first,
    message: 'This is what a command prints, and no command',
    hint: 'Put the output into a block of its own, ```text: who copies this one would run it.',
    isDoubtful: true,
  }
}
