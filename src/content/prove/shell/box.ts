import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  lstatSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Tools that do no harm and that blocks use to read what a command has answered. */
export const TOOLS: ReadonlySet<string> = new Set(
  (
    'awk basename cat cp cut date diff dirname echo env expr false find grep head jq ls ' +
    'mkdir mktemp mv printf rm sed seq sha256sum sleep sort tail tee test touch tr true uniq ' +
    'wc xargs timeout cmp comm paste'
  ).split(' '),
)

/** Longer than any block takes against recorded answers. */
const SECONDS = 20

/**
 * Sets up the box inside new namespaces, then gives up every right: a root of its own with the system's programs read-only,
 * the work folder writable, no network, no other process, no home, no /etc.
 */
const SETUP = `set -eu
box=$1
mount -t tmpfs -o mode=755 tmpfs "$box/root"
cd "$box/root"
mkdir usr work commands tools log old proc dev tmp
for each in bin sbin lib lib64; do
  if [ -L "/$each" ]; then ln -s "$(readlink "/$each")" "$each"
  elif [ -d "/$each" ]; then mkdir "$each"; mount --bind "/$each" "$each"; mount -o remount,bind,ro "$each"; fi
done
mount --bind /usr usr; mount -o remount,bind,ro usr
mount --bind "$box/work" work
mount --bind "$box/log" log
for each in commands tools; do mount --bind "$box/$each" "$each"; mount -o remount,bind,ro "$each"; done
mount -t proc proc proc
: > dev/null; mount --bind /dev/null dev/null
: > block; mount --bind "$box/block" block
: > pass; mount --bind "$box/pass" pass
pivot_root . old
umount -l /old
rmdir /old
mount -o remount,ro /
cd /work
exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all bash /pass`

const NAMESPACES = [
  '--user',
  '--map-root-user',
  '--net',
  '--mount',
  '--pid',
  '--ipc',
  '--uts',
  '--fork',
  '--kill-child',
]

export interface BoxRun {
  /** Both streams, as a reader sees them. */
  output: string
  exit: number
  /** The calls of recorded commands, in order; those that nobody recorded begin with `unrecorded: `. */
  calls: string[]
  /** Files of the work folder afterwards, by name. */
  files: Map<string, string>
}

/** A folder in which one block is typed into bash. */
export class Box {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'prove-'))

  constructor() {
    for (const name of ['root', 'work', 'log', 'commands', 'tools']) mkdirSync(path.join(this.#folder, name))
    for (const tool of TOOLS) {
      const found = ['/usr/bin', '/bin']
        .map((folder) => path.join(folder, tool))
        .find((file) => existsSync(file))
      // Alternatives are links through /etc, which the box does not have.
      if (found !== undefined) symlinkSync(realpathSync(found), path.join(this.#folder, 'tools', tool))
    }
  }

  /**
   * Types a block into an interactive bash with `set -u`, as a paste does: a line that fails does not stop the next one.
   *
   * @param commands scripts by name of the tool; what is not here is not there
   * @param files what lies in the work folder before
   */
  async run(
    block: string,
    commands: ReadonlyMap<string, string>,
    values: Readonly<Record<string, string>>,
    files: ReadonlyMap<string, string> = new Map(),
  ): Promise<BoxRun> {
    for (const name of ['work', 'log', 'commands']) {
      rmSync(path.join(this.#folder, name), { recursive: true, force: true })
      mkdirSync(path.join(this.#folder, name))
    }
    for (const [name, text] of files) this.#write(path.join('work', name), text)
    for (const [tool, script] of commands) chmodSync(this.#write(path.join('commands', tool), script), 0o755)
    this.#write('block', `${block}\n`)
    const variables = Object.entries({ ...values, ...ENVIRONMENT }).map(
      ([name, value]) => `${name}=${quoted(value)}`,
    )
    this.#write(
      'pass',
      `exec env -i ${variables.join(' ')} "$BASH" --noprofile --norc --noediting -u -i < /block\n`,
    )
    const setup = this.#write('setup', SETUP)
    const { output, exit } = await started('unshare', [...NAMESPACES, 'bash', setup, this.#folder])
    return {
      output: withoutNoise(output),
      exit,
      calls: this.#calls(),
      files: filesIn(path.join(this.#folder, 'work')),
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #write(name: string, text: string): string {
    const file = path.join(this.#folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }

  #calls(): string[] {
    const file = path.join(this.#folder, 'log', 'calls')
    const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true
    return isFile ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  }
}

/** Where the stubs write their calls, inside the box. */
export const CALL_LOG = '/log/calls'

const ENVIRONMENT = {
  PATH: '/commands:/tools',
  HOME: '/work',
  TMPDIR: '/work',
  LC_ALL: 'C.UTF-8',
  PS1: '',
  PS2: '',
  HISTFILE: '',
  TERM: 'dumb',
}

/** Why shell blocks cannot be run on this machine, in a sentence; nothing where they can. */
export function boxProblem(): string | undefined {
  if (process.platform !== 'linux')
    return 'Shell blocks are run in Linux namespaces, which this system does not have.'
  for (const tool of ['unshare', 'setpriv', 'pivot_root', 'bash']) {
    if (spawnSync('sh', ['-c', `command -v ${tool} || command -v /usr/sbin/${tool}`]).status !== 0)
      return `Shell blocks are run in namespaces, for which "${tool}" is missing here (packages util-linux and bash).`
  }
  const { status, stderr } = spawnSync('unshare', [...NAMESPACES, 'true'], { encoding: 'utf8' })
  return status === 0
    ? undefined
    : `Shell blocks are not run: this machine allows no namespaces (${stderr.trim()}).`
}

function started(command: string, words: readonly string[]): Promise<{ output: string; exit: number }> {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      timeout: SECONDS * 1000,
      killSignal: 'SIGKILL',
    })
    let output = ''
    const add = (part: Buffer) => {
      // A block that prints without end is stopped by the clock; its text is of no use.
      if (output.length < 1_000_000) output += part.toString('utf8')
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.on('error', (error) => {
      resolve({ output: error.message, exit: 127 })
    })
    child.on('close', (code) => {
      resolve({ output, exit: code ?? 137 })
    })
  })
}

/** An interactive bash without a terminal says so; and it says "exit" at the end. */
function withoutNoise(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/cannot set terminal process group|no job control in this shell|^exit$/.test(line))
    .join('\n')
}

function filesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name)
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === true)
      files.set(name, readFileSync(file, 'utf8'))
  }
  return files
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
