import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'

interface Message {
  id?: number
  result?: { isError?: boolean; content?: { text: string }[]; tools?: unknown[] }
  error?: { code: number; message: string }
}

/** The server as a process, spoken to in bytes: what no client of the SDK would send. */
function start() {
  const server = spawn(process.execPath, [resolve('scripts/watchbook.ts'), 'mcp'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      CONTENT_ROOT: FIXTURE,
      BUILD_ROOT: resolve('.cache/no-such-build'),
    },
  })
  onTestFinished(() => {
    server.kill()
  })
  const answers = new Map<number, (message: Message) => void>()
  const foreign: string[] = []
  createInterface({ input: server.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message
    if (message.id === undefined) foreign.push(line)
    else answers.get(message.id)?.(message)
  })
  let errors = ''
  server.stderr.on('data', (data) => (errors += String(data)))
  const write = (line: string) => server.stdin.write(`${line}\n`)
  let last = 0
  const ask = (method: string, params?: unknown): Promise<Message> =>
    new Promise((done) => {
      last += 1
      answers.set(last, done)
      write(JSON.stringify({ jsonrpc: '2.0', id: last, method, params }))
    })
  const call = (name: string, input: unknown) => ask('tools/call', { name, arguments: input })
  const open = async () => {
    await ask('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'hostile', version: '1' },
    })
    write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
  }
  return { write, ask, call, open, foreign, errors: () => errors }
}

it('goes on after lines that are no messages, and after one that is larger than any message', async () => {
  const { open, write, call, foreign, errors } = start()
  await open()
  for (const line of ['{broken', '', 'null', '[]', '"x"', '{"jsonrpc":"1.0","id":1}', '\u0000\u0001'])
    write(line)
  write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/nonsense', params: {} }))
  write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 99 } }))
  write(JSON.stringify({ jsonrpc: '2.0', id: 900, method: 'tools/call', params: 'e'.repeat(12_000_000) }))
  const { result } = await call('list', { kind: 'team' })
  expect(result?.isError).toBeUndefined()
  expect(foreign).toEqual([])
  expect(errors()).toContain('was left out')
})

it.each([
  ['search', { query: 'kafka', limits: 1 }, 'limits'],
  ['who_is_on_call', { time: '2026-11-26' }, 'time'],
  ['who_is_on_call', { at: '2026-11-26T10:00:00+99:00' }, 'is no instant'],
  ['who_is_on_call', { at: '2026-02-30T10:00' }, 'is no instant'],
  ['who_is_on_call', { rota: '__proto__' }, 'There is no rota'],
  ['read_page', { page: '__proto__' }, 'There is no page'],
  ['read_page', { page: 'issues/../../package.json' }, 'There is no page'],
  ['read_page', { page: '%2e%2e%2fsite' }, 'There is no page'],
  ['list', { component: 'constructor' }, 'No page has the component'],
  ['match_error', { text: 'e'.repeat(1_500_000) }, 'At most'],
  ['search', { query: 'e'.repeat(300_000) }, 'Too big'],
])('refuses %s %j', async (name, input, words) => {
  const { open, call } = start()
  await open()
  const { result } = await call(name, input)
  expect(result?.isError).toBe(true)
  expect(result?.content?.[0]?.text).toContain(words)
})

it('answers 200 questions at once, each with its own answer, and says nothing beside them', async () => {
  const { open, call, errors, foreign } = start()
  await open()
  const pages = ['spark-join-oom', 'kafka-late-data', 'duplicate-events']
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => call('read_page', { page: pages[index % 3] })),
  )
  for (const [index, { result }] of answers.entries())
    expect(result?.content?.[0]?.text).toContain(`/issues/${pages[index % 3] ?? ''}/`)
  expect(errors()).toBe('')
  expect(foreign).toEqual([])
})
