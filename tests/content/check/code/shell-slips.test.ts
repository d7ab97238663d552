import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

it.each([
  ['a=1\nif ["$a" = b ]; then echo x; fi', 'A blank is missing behind ['],
  ['[ "$a" = "b"] && echo x', 'A blank is missing before ]'],
  ['ls 2>1', '2>1 writes into a file that is called 1'],
  ['rm -rf / var/log', 'This deletes everything below /'],
  ['sudo rm -r -f /', 'This deletes everything below /'],
  ['rm -rf "$HOME"/ *', 'The * is a word of its own: everything here is deleted too'],
  ['SELECT a FROM orders;', 'This is SQL, and no command of a shell'],
  ['cat <<EOF\nx', 'The here-document <<EOF has no end'],
  ['cat <<EOF\nx\n  EOF', 'The here-document <<EOF has no end'],
  ["cat > x <<'END'\nx\nEND.", "The here-document <<'END' has no end"],
  ['kubctl get pods', 'There is no command kubctl'],
  ['ls | gerp x', 'There is no command gerp'],
  ['suod systemctl restart x', 'There is no command suod'],
  ['sudo systemclt restart x', 'There is no command systemclt'],
])('finds %j', (code, message) => {
  expect(codeProblems('bash', code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  'if [ "$a" = "b" ] && [[ $c == d ]]; then echo "[x"; fi',
  'echo ${names["a"]} "${names[@]}"',
  'grep "[\\"a]" file; ls [ab]*',
  'make 2>&1 | tee 2>1.log',
  'rm -rf /var/log/*.gz ./x "$DIR"/* || true; rm -f /tmp/x',
  'psql -c "\nSELECT a\nFROM b;"',
  'psql <<SQL\nSELECT a FROM b;\nSQL',
  'cat <<-EOF\n\tx\n\tEOF',
  'cat <<EOF | kubectl apply -f -\nkubctl: 1\nEOF\nls',
  'echo $((1 << N))',
  'kubectx x; zgrep y; egrep z; dockerd; curlie x; kubectl get pods',
  '# SELECT a FROM b\nls # suod',
  "echo 'cat <<EOF'",
])('finds nothing in %j', (code) => {
  expect(codeProblems('bash', code)).toEqual([])
})

it.each([
  ['json', '{"a": 1, "b": {"c": 1, "c": 2}}', 'The key "c" is there twice'],
  ['yaml', 'a: &base 1\nb: *bsae', 'This is no YAML: nothing is called "bsae"'],
  ['yaml', 'a: &base 1\nb: *other', 'This is no YAML: nothing is called "other"'],
  ['yaml', 'apiVersion: v1\nb: *other', 'This is no YAML: nothing is called "other"'],
  ['yaml', 'ignore:\n  - *.tmp', 'A * at the beginning of a value is a reference, and no pattern'],
  ['python', 'if a:\n\tx = 1\n        y = 2', 'The line is indented with tabs and spaces'],
  ['properties', 'a=true;\nb=x;', 'The ; belongs to the value'],
])('finds in %s what a file of %j says in vain', (language, code, message) => {
  expect(codeProblems(language, code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  ['json', '{"a": {"c": 1}, "b": {"c": 1}}'],
  ['yaml', 'b:\n  - *anchorOfTheRest'],
  ['yaml', 'a: "*.tmp"\nb: &x 1\nc: *x'],
  ['python', 'if a:\n\tx = 1\n\ty = f(1,\n        2)\n'],
  ['python', 'def f():\n\t"""Text\n    of it."""\n\treturn 1\n'],
  ['ini', 'EXPORT {\n  id = 1;\n}'],
])('finds nothing in %s of %j', (language, code) => {
  expect(codeProblems(language, code).filter(({ message }) => message.includes('; belongs'))).toEqual([])
  if (language !== 'ini') expect(codeProblems(language, code)).toEqual([])
})
