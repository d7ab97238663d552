import { expect, it } from 'vitest'
import { codeProblems } from '../../../../src/content/check/code/index.ts'

const PRINTED = 'This is what a command prints, and no command'

it.each([
  ['kubectl get pods\nNAME    READY   STATUS    AGE\na-1     1/1     Running   3d', 1],
  ['df -h\nFilesystem      Size  Used Avail Use% Mounted on\n/dev/sda1 50G 48G 2.0G 96% /', 1],
  ['ls -l\ntotal 8\n-rw-r--r-- 1 a b 12 Nov 1 10:00 x', 1],
  ['curl -I https://example.com\nHTTP/1.1 200 OK', 1],
  ['psql -f x.sql\n a | b\n---+---\n 1 | 2\n(1 row)', 2],
  ['kubectl get x\nError from server (NotFound): x', 1],
  ['kubectl apply -f a.yaml\ndeployment.apps/a created', 1],
  ['curl localhost\n{\n  "status": "green"\n}', 1],
  ['kafka-topics.sh --describe --topic x\nTopic: x\tPartitionCount: 3', 1],
  ['python3 x.py\nTraceback (most recent call last):\n  File "x.py"', 1],
])('finds what %j prints', (code, line) => {
  const [problem] = codeProblems('bash', code)
  expect(problem?.message).toBe(PRINTED)
  expect(code.slice(0, problem?.offset).split('\n').length - 1).toBe(line)
})

it.each([
  ['kubectl get pods -n', '-n has no value'],
  ['kubectl logs x -n | grep y', '-n has no value'],
  ['kubectl get pods -l --all-namespaces', '-l has no value'],
  ['kubectl -n get pods'.replace('get pods', 'get'), '-n takes "get" for its value'],
  ['kafka-topics.sh --bootstrap-server --list', '--bootstrap-server has no value'],
  ['bin/kafka-consumer-groups.sh --bootstrap-server a:9092 --describe --group', '--group has no value'],
  ['sudo psql -U -d orders', '-U has no value'],
  ['curl -H', '-H has no value'],
  ['aws s3 ls --profile --recursive', '--profile has no value'],
])('finds in %j a flag without its value', (code, message) => {
  expect(codeProblems('bash', code).map((problem) => problem.message)).toEqual([message])
})

it.each([
  'kubectl -n orders get pods -o wide; kubectl logs -f x -c y',
  'psql -h localhost -c \\\n  "SELECT 1"',
  'kubectl get pods -n \\\n  orders',
  'kubectl apply -n "$NS" -f - <<EOF\nNAME    READY   STATUS\nEOF',
  'curl -d @- -o - https://example.com',
  'kubectl get pods -n $(cat ns) -l "app in (a)"',
  'psql -U <USER> -d <DATABASE>',
  'kubectl exec x -- grep -n --color y',
  'echo "NAME    READY   STATUS"\necho b',
  'kafka-console-consumer.sh --topic x --max-messages -1',
  'A=1\nB=2\nLOG  X',
  '{\n  ls\n}\n[ -f x ]',
  'head -n -5 x',
])('finds nothing in %j', (code) => {
  expect(codeProblems('bash', code)).toEqual([])
})
