import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { quoted } from '../../src/client/values/fill.ts'
import { placesIn } from '../../src/client/values/places.ts'

const folder = mkdtempSync(join(tmpdir(), 'watchbook-values-'))
const canary = join(folder, 'canary')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What an address could bring: each makes the canary's file where a shell reads it again. */
const VALUES = [
  `$(touch ${canary})`,
  `\`touch ${canary}\``,
  `'; touch ${canary}; '`,
  `"; touch ${canary}; "`,
  `'"; touch ${canary}; "'`,
  `'$(touch ${canary})'`,
  `\\'; touch ${canary} #`,
  `)"; touch ${canary}; echo "$(`,
  `}; touch ${canary}; {`,
  `| touch ${canary}`,
  `a[$(touch ${canary})]`,
  `EOF; touch ${canary}`,
  `\\$(touch ${canary})`,
  `\\';touch ${canary};'`,
  `!touch ${canary}`,
  `x/;1e touch ${canary}`,
  `x/e;1e touch ${canary} #`,
  `BEGIN{system("touch ${canary}")}`,
  `__import__("os").system("touch ${canary}")`,
  `$(shell touch ${canary})`,
  `\${x:-$(touch ${canary})}`,
]

/** Blocks whose quotes are not what they look like. */
const BLOCKS = [
  'echo <N>',
  'echo "<N>" \'<N>\' "$N" ${N:-none}',
  'echo "$(printf %s "<N>")"',
  'echo "$(printf %s "$(printf %s "<N>")")"',
  'echo "`printf %s "<N>"`"',
  "echo `printf %s '<N>'`",
  'cat <<EOF\nname: <N>\nEOF',
  'cat <<-"EOF"\nname: <N>\nEOF\necho \'<N>\'',
  "cat <<'EOF'\nit's\nEOF\necho <N>",
  'cat <<EOF\n"$N" \'$N\'\nEOF',
  'echo "${HOME:-"<N>"}" "${NONE:-"<N>"}"',
  'echo ${NONE:-"<N>"} ${NONE:-\'<N>\'}',
  "echo $'it\\'s' <N> $'a'",
  'echo $"<N>"',
  'echo $((<N> + 1)) $((N + 1)) $(($N * 2)) $(( (N + 1) * 60 ))',
  'echo $(( $(printf %s "<N>") + N ))',
  '(( <N> > 1 )) || let "a = <N>"',
  '[[ "<N>" -gt 1 ]] || [[ <N> -eq 0 ]]',
  'eval "echo <N>"; eval echo "<N>"',
  'bash -c \'echo <N>\'; sh -c "echo <N>"; bash -c "<N>"',
  'env bash -c "echo $N"',
  'cat <(printf %s "<N>")',
  'echo it;# don\'t\necho <N>; # it\'s\necho "<N>"',
  "# don't\necho <N>",
  'echo a\\\'b <N> \\"c "<N>"',
  'case a in (a) echo "<N>" ;; esac',
  "it's <N>",
  'X="a \\"<N>\\" b"; echo "$X"',
  'for each in a; do echo "$each <N>"; done',
  'sed "s/a/<N>/e" <<< a',
  'awk \'BEGIN { print "<N>" }\'',
  "awk '<N>' /dev/null; awk <N> /dev/null",
  'echo a | sed "s/a/<N>/"; echo a | sed s/a/<N>/; echo a | sed <N>',
  'python3 -c "print(<N>)"; python3 -c "<N>"',
  'printf \'all:\\n\\t@echo $(N)\\n\' > Makefile; make N=<N>; make N="<N>"',
  'echo <N> | sh; echo "<N>" | bash -s',
  'LAG=<N>; echo $((LAG + 1))',
  'LAG="<N>"; (( LAG > 1 )); [[ $LAG -gt 1 ]]',
  'LAG=<N>; [ "$LAG" -gt 1 ]; test <N> -eq 0',
  'printf "%d" <N>; printf \'%s %5d\' a "<N>"',
  'a=(1 2); echo "${a[<N>]}" ${a[$N]}; a[$N]=1; a[<N>]=1',
  'b=abc; echo "${b:$N:1}" ${b:<N>} ${b#<N>} ${b/$N/c}',
  'declare -i n=<N>; typeset -i m="<N>"; local x=<N>',
  'f() { return <N>; }; f; (exit <N>)',
  'echo $<N>; echo \\<N>; echo $$N; echo "\\<N>" "$<N>"',
  'echo $[<N> + 1] $[$N + 1]',
  'echo $N$N "<N><N>" <N>"<N>"\'<N>\'',
  'echo ok # <N> "$N" `N` $(echo <N>)',
  'echo a # it\'s\necho <N> "$N"',
  '# "quoted\necho <N>',
  'echo a \\\n  <N> "$N" \\\n  --b=<N>',
  'cat <<< <N>; cat <<< "$N"',
  'if [ "$N" = a ]; then echo <N>; fi',
  'case <N> in <N>) echo a ;; esac',
  'ssh -V; sh -c "echo $1" -- <N>; su -c <N> nobody',
  'env -S <N>; xargs <<< <N>',
  'trap "echo <N>" EXIT; trap <N> EXIT',
  'alias ll=<N>\nll',
  'echo {a,<N>} ~<N> *<N> ?"<N>"',
  'echo <N>>out; echo <N> > "<N>"; cat < <N>',
  'tar -cf out.tar <N> Makefile; find . <N>',
  'read <N> < /dev/null; unset <N>; export <N>; export N=<N>',
  'echo "a\'<N>\'b" \'a"<N>"b\'',
]

/** At its prompt zsh knows no comments, and bash has its history. */
const AT_A_PROMPT = BLOCKS.filter((block) => /#|"<N>"$/.test(block))
/** Shells that people paste into, of which the other two are on few machines that test. */
const SHELLS = [
  { shell: 'bash', blocks: BLOCKS },
  { shell: 'dash', blocks: BLOCKS },
  { shell: 'zsh', blocks: BLOCKS },
  { shell: 'bash -i -s <', blocks: AT_A_PROMPT },
  { shell: 'zsh -f -i -s <', blocks: AT_A_PROMPT },
].filter(({ shell }) => {
  const isHere = spawnSync(shell.replace(/ .*/, ''), ['-c', 'exit 0']).status === 0
  if (!isHere) console.warn(`What ${shell} makes of hostile values was not tried: it is not on this machine.`)
  return isHere
})

/**
 * The values that ran something, of those that a block was filled with. Many a value is not filled in at all, and what is
 * left is the same text: that is run once, as the first of them.
 */
function ran(shell: string, fill: (value: string) => string): string[] {
  const work = mkdtempSync(join(folder, 'work-'))
  const texts = VALUES.map(fill)
  for (const [at, text] of texts.entries())
    if (texts.indexOf(text) === at) writeFileSync(join(work, `${String(at)}.sh`), text)
  const each = `cd ${work} && for f in *.sh; do ${shell} "$f"; [ -e ${canary} ] && echo "ran $f" && rm -f ${canary}; done`
  const { stdout, error } = spawnSync('bash', ['-c', each], {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, HOME: work, HISTFILE: '' },
  })
  if (error) throw error
  return [...stdout.matchAll(/^ran (\d+)[.]sh$/gm)].map(([, at]) => VALUES[Number(at)] ?? '')
}

/** Programs that are on few machines that test: each hands its words to a shell or an interpreter of its own. */
it.each([
  'ssh db "<N>"',
  'parallel-ssh -H db "<N>"',
  'autossh db "<N>"',
  'pdsh -w db "<N>"',
  'dsh -m db "<N>"',
  'mussh -h db -c "<N>"',
  'gcloud compute ssh db --command "<N>"',
  'heroku run "<N>"',
  'hyperfine "<N>"',
  'salt db cmd.run "<N>"',
  'salt-call cmd.run "<N>"',
  'redis-cli EVAL "<N>" 0',
  'redis-cli eval_ro "<N>" 0',
  'mongosh --eval "<N>"',
  'bun -e "<N>"',
  'nix-shell --run "<N>"',
])('a value of two words is not filled into %j, where it would be read again', (block) => {
  const [place] = placesIn(block, ['N'], true)
  expect(place).toBeDefined()
  if (place) expect([quoted('b c', place, 'sh'), quoted('b', place, 'sh')]).toEqual(['', 'b'])
})

it.each(['cat ~/.ssh/config "<N>"', 'kafka-topics.sh --topic "<N>"', 'basalt "<N>"'])(
  'a value of two words is filled into %j, where nothing reads it again',
  (block) => {
    expect(placesIn(block, ['N'], true).map((place) => quoted('b c', place, 'sh'))).toEqual(['b c'])
  },
)

describe.each(SHELLS)('a hostile value runs nothing in $shell', ({ shell, blocks }) => {
  it.each(blocks)('%j', (block) => {
    const fill = (value: string) =>
      placesIn(block, ['N'], true)
        .toReversed()
        .reduce((all, place) => {
          const { start, end } = place
          return all.slice(0, start) + (quoted(value, place, 'sh') || 'left') + all.slice(end)
        }, block)
    expect(ran(shell, fill)).toEqual([])
  })

  it('and the canary would show it', () => {
    expect(ran(shell, (value) => `echo "$(printf %s "'${value}'")"\n`).length).toBeGreaterThan(3)
  })
})
