import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'
import { addHostileFields, withPictures } from '../support/hostile/content.ts'
import { isForeign, liveInMarkdown } from '../support/hostile/outputs.ts'
import { HOSTILE_TEXTS } from '../support/hostile/texts.ts'
import { COMPILED, open as openClient } from './client.ts'

interface Message {
  id?: number | string
  result?: { isError?: boolean; content?: { text: string }[]; tools?: unknown[] }
  error?: { code: number; message: string }
}

/** The server of one test. */
function start() {
  const started = spawned()
  onTestFinished(() => {
    started.server.kill()
  })
  return started
}

/** The server as a process, spoken to in bytes: what no client of the SDK would send. */
function spawned() {
  const server = spawn(process.execPath, [resolve('scripts/watchbook.ts'), 'mcp'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...COMPILED,
      CONTENT_ROOT: FIXTURE,
      BUILD_ROOT: resolve('.cache/no-such-build'),
    },
  })
  // It may end before everything was written to it.
  server.stdin.on('error', () => undefined)
  const answers = new Map<number | string, (message: Message) => void>()
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
  const answerTo = (id: number | string) => new Promise<Message>((done) => answers.set(id, done))
  const open = async () => {
    await ask('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'hostile', version: '1' },
    })
    write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
  }
  return { server, write, ask, call, answerTo, open, foreign, errors: () => errors }
}

/** One server for the questions that it answers or refuses one by one: starting it takes longer than all of them. */
let shared: ReturnType<typeof spawned> | undefined
let isOpen: Promise<void> | undefined
const opened = async () => {
  shared ??= spawned()
  await (isOpen ??= shared.open())
  return shared
}
afterAll(() => {
  shared?.server.kill()
})

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
  [
    'first',
    (id: string, rest: string) => `{"jsonrpc":"2.0","id":${id},"method":"tools/call","params":"${rest}"}`,
  ],
  [
    'last',
    (id: string, rest: string) => `{"method":"tools/call","params":"${rest}","jsonrpc":"2.0","id":${id}}`,
  ],
])(
  'refuses a message that is too large by its id, which is %s in it, so that nobody waits',
  async (_, line) => {
    const { open, write, answerTo, call } = start()
    await open()
    for (const id of [901, 'a-word']) {
      const answered = answerTo(id)
      write(line(JSON.stringify(id), 'e'.repeat(9_000_000)))
      expect((await answered).error?.message).toContain('Send the lines around the error alone.')
    }
    expect((await call('list', { kind: 'team' })).result?.isError).toBeUndefined()
  },
)

it('answers each message of a list, as clients of an earlier revision send them', async () => {
  const { open, write, answerTo } = start()
  await open()
  const asked = [answerTo(70), answerTo('list')]
  const message = (id: number | string, method: string) => ({ jsonrpc: '2.0', id, method })
  write(
    JSON.stringify([
      message(70, 'ping'),
      { jsonrpc: '2.0', method: 'notifications/nonsense' },
      message('list', 'tools/list'),
    ]),
  )
  const [ping, tools] = await Promise.all(asked)
  expect(ping?.result).toEqual({})
  expect(tools?.result?.tools?.length).toBeGreaterThan(0)
})

it('answers what was asked before its input ended within a message, and ends', async () => {
  const { server, open, write, answerTo, errors } = start()
  await open()
  const answered = answerTo(80)
  write(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 80,
      method: 'tools/call',
      params: { name: 'search', arguments: { query: 'kafka' } },
    }),
  )
  server.stdin.end('{"jsonrpc":"2.0","id":81,"meth')
  expect((await answered).result?.content?.[0]?.text).toContain('Best first')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(errors()).toBe('')
})

it('ends when nobody reads its answers any more', async () => {
  const { server, open, write } = start()
  await open()
  server.stdout.destroy()
  for (let id = 1000; id < 1020; id++) write(JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/list' }))
  server.stdin.end()
  const [code, signal] = (await once(server, 'exit')) as [number | null, string | null]
  expect([code, signal]).toEqual([0, null])
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
  const { call } = await opened()
  const { result } = await call(name, input)
  expect(result?.isError).toBe(true)
  expect(result?.content?.[0]?.text).toContain(words)
})

const LIVE = '![p](https://evil.example/p.png) [here](https://evil.example/) <img src=x>'

it.each([
  ['match_error', { text: `Consumer group 'x' has no active members. ${LIVE}` }],
  ['search', { query: `lag ${LIVE} zzqx[y]` }],
  ['read_page', { page: LIVE }],
  ['list', { owner: LIVE }],
  ['who_is_on_call', { rota: LIVE }],
  ['upcoming', { from: LIVE }],
])(
  '%s repeats what was asked as text, in which nothing is a link, a picture or an element',
  async (name, input) => {
    const { call } = await opened()
    const { result } = await call(name, input)
    const text = result?.content?.[0]?.text ?? ''
    expect(text).not.toBe('')
    expect(text.match(/(?<!\\)(?:\[|<img)/g)).toBeNull()
  },
)

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

it('says of content whose every field is hostile what it says, and nothing in any answer is live', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-hostile-mcp-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const root = withPictures(folder)
  addHostileFields(root)
  // The check refuses some of them as what an editor cannot mean; a team may see that otherwise.
  const site = JSON.parse(readFileSync(join(root, 'site.yaml'), 'utf8')) as object
  const rules = { 'entity-in-value': 'off', 'weak-signature': 'off', 'empty-title': 'off' }
  writeFileSync(join(root, 'site.yaml'), JSON.stringify({ ...site, rules }))
  const { client, call } = await openClient(root)
  onTestFinished(() => client.close())
  const questions: [name: string, input: Record<string, unknown>][] = [
    ...HOSTILE_TEXTS.flatMap((text, index): [string, Record<string, unknown>][] => [
      ...['issues/f', 'runbooks/b', 'pipelines/l', 'teams/t'].map((id): [string, Record<string, unknown>] => [
        'read_page',
        { page: `${id}${String(index)}` },
      ]),
      ['who_is_on_call', { rota: `r${String(index)}` }],
      ['match_error', { text: text.slice(0, 300) }],
    ]),
    ...['team', 'issue', 'runbook', 'pipeline'].map((kind): [string, Record<string, unknown>] => [
      'list',
      { kind, limit: 50 },
    ]),
    ...['script', 'onerror', 'evil', 'constructor'].map((query): [string, Record<string, unknown>] => [
      'search',
      { query },
    ]),
    ['upcoming', { rota: 'r0', days: 60 }],
  ]
  const live: string[] = []
  let shown = 0
  for (const [name, input] of questions) {
    const { text, isError } = await call(name, input)
    if (!isError) shown += 1
    const found = liveInMarkdown(text, (url) => !isForeign(url))
    if (found.length > 0) live.push(`${name} ${JSON.stringify(input).slice(0, 60)}: ${found.join()}`)
  }
  expect(live).toEqual([])
  expect(shown).toBeGreaterThan(5 * HOSTILE_TEXTS.length)
})
