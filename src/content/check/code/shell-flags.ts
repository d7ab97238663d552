import { isOneSlipFrom } from './one-slip.ts'
import type { CodeProblem } from './problem.ts'

/** Flags that cannot be without a value, by the tools that have them. */
const FLAGS: readonly { tools: readonly string[]; flags: ReadonlySet<string> }[] = [
  {
    tools: ['kubectl', 'oc'],
    flags: new Set(
      '-n --namespace -l --selector -o --output --context --field-selector --kubeconfig --type --replicas --container --tail --since'.split(
        ' ',
      ),
    ),
  },
  { tools: ['helm'], flags: new Set('-n --namespace --set --values --kube-context --version'.split(' ')) },
  {
    tools: ['curl'],
    flags: new Set(
      '-H --header -X --request -d --data --data-binary -u --user -o --output --cacert --max-time'.split(' '),
    ),
  },
  {
    tools: ['psql'],
    flags: new Set('-h -U -d -c -f --host --username --dbname --command --file'.split(' ')),
  },
  {
    tools: ['aws'],
    flags: new Set(
      '--region --profile --query --output --bucket --key --log-group-name --function-name'.split(' '),
    ),
  },
  { tools: ['journalctl'], flags: new Set('-u --unit -S --since -U --until'.split(' ')) },
  { tools: ['ssh', 'scp'], flags: new Set(['-i', '-J', '-F']) },
]
/** Those of Kafka, whatever the command is called. */
const OF_KAFKA = new Set(
  '--bootstrap-server --broker-list --zookeeper --topic --group --partitions --replication-factor --command-config --producer.config --consumer.config --to-offset --to-datetime --shift-by --entity-type --entity-name --add-config --config --max-messages --partition'.split(
    ' ',
  ),
)
/** Options of theirs, and of kubectl, that take no value. */
const SWITCHES_OF_KAFKA = new Set(
  '--describe --list --create --delete --alter --execute --dry-run --reset-offsets --from-beginning --to-earliest --to-latest --all-topics'.split(
    ' ',
  ),
)
const SWITCHES_OF_KUBECTL = new Set('--all-namespaces --follow --previous --force --dry-run'.split(' '))
const KAFKA = /^(?:[\w./-]*\/)?kafka-[\w-]+(?:\.sh)?$/
/** What follows a tool in the place of a name. */
const VERBS = new Set(
  'get describe logs delete apply exec rollout scale patch edit create top drain cordon uncordon label annotate'.split(
    ' ',
  ),
)

/**
 * A flag whose value is missing: the command would take the next word for it, or stop.
 *
 * @param text the block with what is in quotes, comments and here-documents blank
 * @param code the block as it is, in which a backslash joins lines
 */
export function flagProblem(text: string, code: string): CodeProblem | undefined {
  const joined = text.replace(/\n/g, (end, at: number) => (code.charAt(at - 1) === '\\' ? ' ' : end))
  for (const { 0: command, index } of joined.matchAll(/[^\n|;&()<>`]+/g)) {
    const words = [...command.matchAll(/\S+/g)]
    const options = optionsOf(words.map(([word]) => word))
    if (!options) continue
    const { flags, switches } = options
    for (const [at, { 0: word, index: offset }] of words.entries()) {
      const next = words[at + 1]?.[0]
      if (word === '--') break
      const meant = mistypedFlag(word, flags, switches)
      if (meant !== undefined)
        return {
          offset: index + offset,
          message: `There is no option ${word.replace(/=.*/, '')}`,
          hint: `Did you mean "${meant}"?`,
          // Each version has further ones.
          isDoubtful: true,
        }
      if (!flags.has(word)) continue
      // `-` is the standard input; a number may be below zero.
      const isMissing =
        next === undefined ? isAtEnd(joined, index + command.length) : /^-{1,2}[A-Za-z][\w-]*=?/.test(next)
      const isVerb =
        /^(?:-n|--namespace)$/.test(word) &&
        VERBS.has(next ?? '') &&
        !words.some(([each], i) => i !== at + 1 && VERBS.has(each))
      if (isMissing || isVerb)
        return {
          offset: index + offset,
          message: isVerb ? `${word} takes "${next ?? ''}" for its value` : `${word} has no value`,
          hint: `Write the value behind ${word}.`,
        }
    }
  }
  return undefined
}

/** The long option that was meant by one which is not known: letters swapped, left out or twice, but no plural. */
function mistypedFlag(
  word: string,
  flags: ReadonlySet<string>,
  switches: ReadonlySet<string>,
): string | undefined {
  const name = word.replace(/=.*/, '')
  if (!/^--[a-z][a-z.-]{4,}$/.test(name) || flags.has(name) || switches.has(name)) return undefined
  return [...flags, ...switches].find(
    (flag) =>
      flag.length > 6 &&
      isOneSlipFrom(name, flag) &&
      // Another option may be the plural of one with a value.
      (switches.has(flag) || (`${flag}s` !== name && `${name}s` !== flag)) &&
      (flag.length !== name.length || [...flag].sort().join('') === [...name].sort().join('')),
  )
}

/** Behind a flag at the end, only the end of the command: `$(…)`, `<(…)` and backticks are values. */
function isAtEnd(text: string, end: number): boolean {
  return /^(?:\n|$|[|;]|&&|\))/.test(text.slice(end))
}

interface Options {
  /** Those with a value, and those without one. */
  flags: ReadonlySet<string>
  switches: ReadonlySet<string>
}

function optionsOf(words: readonly string[]): Options | undefined {
  const tool = words.find((word) => !/^(?:sudo|time|watch|env|then|do|if|while|!|\{)$|^\w+=/.test(word))
  if (tool === undefined) return undefined
  if (KAFKA.test(tool)) return { flags: OF_KAFKA, switches: SWITCHES_OF_KAFKA }
  const flags = FLAGS.find(({ tools }) => tools.includes(tool))?.flags
  return flags && { flags, switches: tool === 'kubectl' ? SWITCHES_OF_KUBECTL : NONE }
}

const NONE: ReadonlySet<string> = new Set()
