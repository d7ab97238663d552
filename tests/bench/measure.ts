import { spawnSync } from 'node:child_process'

export interface Cost {
  /** CPU seconds of the process and of all that it starts: the middle of the runs. */
  cpu: number
  least: number
  most: number
  /** Seconds that somebody waits: the middle of the runs. On a machine with other work, it says more of that. */
  wall: number
  /** Of the process at its peak, in MB; the most of the runs. */
  memory: number
}

/** Says at its end how much memory the process has had. */
const SAYS_MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))`

/** Runs a program of this repository several times. The shell's own `times` counts what its children have used. */
export function measure(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  runs: number,
  before: () => void = () => undefined,
): Cost {
  const costs = Array.from({ length: runs }, () => {
    before()
    return once(args, environment)
  })
  const times = inOrder(costs.map(({ cpu }) => cpu))
  return {
    cpu: middle(times),
    least: times[0] ?? NaN,
    most: times.at(-1) ?? NaN,
    wall: middle(inOrder(costs.map(({ wall }) => wall))),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  }
}

const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)
const middle = (ordered: readonly number[]) => ordered[Math.floor(ordered.length / 2)] ?? NaN

function once(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const command = [process.execPath, '--import', SAYS_MEMORY, ...args].map(quoted).join(' ')
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} >/dev/null || exit 1; times`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment, VITEST: undefined },
  })
  const wall = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(stderr.slice(-2000))
  // Of the shell, then of its children: `0m0.00s 0m0.00s`.
  const [user = NaN, system = NaN] = [
    ...(stdout.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  const peak = /\nPEAK (\d+)/.exec(stderr)?.[1]
  return { cpu: user + system, wall, memory: Number(peak ?? 0) / 1024 }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}
