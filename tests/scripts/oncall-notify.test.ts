import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { postJson } from '../../scripts/lib/post.ts'
import { createWorkspace, NOW } from './workspace.ts'

const SECRET = 'T0000-B0000-s3cr3t'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A webhook on this machine that gives these answers in turn, the last one from then on. */
async function webhook(...answers: Answer[]) {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data) => (body += String(data)))
    request.on('end', () => {
      bodies.push(body)
      answers[Math.min(bodies.length, answers.length) - 1]?.(response, request)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${String(port)}/services/${SECRET}`), bodies }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end('no')
  }
const hang: Answer = () => undefined
const cut: Answer = (_, request) => {
  request.socket.destroy()
}

/** Posts without waiting, and says how long it would have waited. */
async function post(...answers: Answer[]) {
  const { url, bodies } = await webhook(...answers)
  const waits: number[] = []
  const result = await postJson(
    url,
    { text: 'x' },
    {
      // Only a webhook that never answers is waited for in vain.
      timeout: answers.includes(hang) ? 2_000 : 30_000,
      wait(milliseconds) {
        waits.push(milliseconds)
        return Promise.resolve()
      },
    },
  )
  expect(JSON.stringify(result)).not.toContain(SECRET)
  return { result, posts: bodies.length, waits }
}

describe('a message to a webhook', () => {
  it('is posted once where the webhook takes it', async () => {
    expect(await post(status(200))).toEqual({ result: { ok: true }, posts: 1, waits: [] })
  })

  it('is posted again after 429, no sooner than the webhook asks', async () => {
    expect(await post(status(429, { 'retry-after': '7' }), status(429), status(204))).toEqual({
      result: { ok: true },
      posts: 3,
      waits: [7000, 2000],
    })
  })

  it('is given up after five answers of 500, with longer pauses each time', async () => {
    const { result, posts, waits } = await post(status(500))
    expect(result).toMatchObject({ ok: false, hint: expect.stringContaining('may have posted') as string })
    expect({ posts, waits }).toEqual({ posts: 5, waits: [1000, 2000, 4000, 8000] })
  })

  it('was not posted where the webhook took no more messages', async () => {
    const { result, posts } = await post(status(429))
    expect(result).toMatchObject({ ok: false, hint: expect.stringContaining('Nothing was posted') as string })
    expect(posts).toBe(5)
  })

  it('never waits for more than a minute, whatever the webhook asks', async () => {
    expect((await post(status(503, { 'retry-after': '86400' }), status(200))).waits).toEqual([60_000])
  })

  it.each([
    [400, 'form of message'],
    [404, 'withdrawn'],
    [302, 'leads to another one'],
  ])('is not posted again after %i, which will not change', async (code, words) => {
    const { result, posts } = await post(status(code, { location: 'https://example.com/' }))
    expect(result).toMatchObject({ ok: false, hint: expect.stringContaining(words) as string })
    expect(posts).toBe(1)
  })

  it.each([
    ['hangs', hang],
    ['cuts the connection', cut],
  ])('is not posted twice where the webhook %s: it may be there already', async (_, answer) => {
    const { result, posts } = await post(answer)
    expect(result).toMatchObject({
      ok: false,
      hint: expect.stringContaining('may have been posted') as string,
    })
    expect(posts).toBe(1)
  })

  it('is tried again where no connection comes about, and says so without the address', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await new Promise((done) => server.close(done))
    const closed = new URL(`http://127.0.0.1:${String(port)}/${SECRET}`)
    const result = await postJson(closed, {}, { wait: () => Promise.resolve() })
    expect(result).toMatchObject({ ok: false, why: expect.stringContaining('cannot be reached') as string })
    expect(JSON.stringify(result)).not.toContain(SECRET)
  })
})

/** Runs the command as a workflow does, with the address in the environment. */
function notify(root: string, args: readonly string[], url?: URL) {
  const child = spawn(process.execPath, [resolve('scripts/watchbook.ts'), 'oncall', 'notify', ...args], {
    env: {
      ...process.env,
      CONTENT_ROOT: root,
      SOURCE_DATE_EPOCH: NOW,
      ...(url && { CHAT_WEBHOOK: url.href }),
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
  return new Promise<{ output: string; code: number | null }>((done) => {
    child.on('close', (code) => {
      done({ output, code })
    })
  })
}

describe('oncall notify', () => {
  it('posts who is on call and what is ahead, and prints no address', async () => {
    const { url, bodies } = await webhook(status(200))
    const { output, code } = await notify(createWorkspace().root, ['--webhook-env', 'CHAT_WEBHOOK'], url)
    expect({ output, code }).toEqual({ output: 'Posted who is on call in Data Engineering.\n', code: 0 })
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).toContain('Engineer D* is on call, until Mon 23 Nov, 09:00 New York.')
    expect(bodies[0]).toContain('Thanksgiving Day')
  })

  it('fails in words where the webhook is gone, and prints no address', async () => {
    const { url } = await webhook(status(404))
    const { output, code } = await notify(createWorkspace().root, ['--webhook-env', 'CHAT_WEBHOOK'], url)
    expect(output).toContain('The webhook refused the message (404).')
    expect(output).not.toContain(SECRET)
    expect(code).toBe(1)
  })

  it.each([
    ['nobody took over since', '2026-11-20T10:00Z', undefined, 0],
    ['the handoff was before', '2026-11-16T09:00-05:00', undefined, 0],
    ['somebody took over since', '2026-11-16T08:59-05:00', undefined, 1],
    ['the handoff is now', '2026-11-23T08:00-05:00', '2026-11-23T09:00-05:00', 1],
    ['a day off ended in between', '2026-01-27T08:00-05:00', '2026-01-27T10:00-05:00', 1],
  ])('with --since, where %s, posts the right number of times', async (_, since, at, posts) => {
    const { url, bodies } = await webhook(status(200))
    const { code } = await notify(
      createWorkspace().root,
      ['--webhook-env', 'CHAT_WEBHOOK', '--since', since, ...(at === undefined ? [] : ['--at', at])],
      url,
    )
    expect(code).toBe(0)
    expect(bodies).toHaveLength(posts)
  })

  it('posts on a Monday although nobody takes over', async () => {
    const workspace = createWorkspace()
    workspace.write(
      'overrides/two-weeks.yaml',
      'rota: data-engineering\nfrom: 2026-11-16\nto: 2026-11-29\nengineer: engineer-d\n',
    )
    const { stdout } = await workspace.run([
      'notify',
      '--dry-run',
      '--since',
      '2026-11-23T08:00',
      '--at',
      '2026-11-23T09:30',
    ])
    expect(stdout).toContain('Engineer D')
    const quiet = await workspace.run([
      'notify',
      '--dry-run',
      '--since',
      '2026-11-24T08:00',
      '--at',
      '2026-11-24T09:30',
    ])
    expect(quiet.stdout).toContain('nothing was posted')
  })

  it.each([
    [[], 'Which webhook?'],
    [['--webhook-env', `https://example.com/${SECRET}`], 'takes the name of an environment variable'],
    [['--webhook-env', 'NOT_SET_ANYWHERE'], 'The environment variable NOT_SET_ANYWHERE is not set.'],
    [['--webhook-env', 'PATH'], 'The environment variable PATH holds no https:// address.'],
    [['--dry-run', '--since', '2027-01-01'], 'is after'],
    [['--dry-run', '--since', 'yesterday'], '--since takes an instant'],
  ])('%j is refused with what to do, and without the address', async (args, words) => {
    const { stderr, stdout, code } = await createWorkspace().run(['notify', ...args])
    expect(stderr).toContain(words)
    expect(stderr + stdout).not.toContain(SECRET)
    expect(code).toBe(2)
  })

  it('--dry-run prints the message and needs no webhook', async () => {
    const { stdout } = await createWorkspace().run(['notify', '--dry-run', '--format', 'markdown'])
    expect(JSON.parse(stdout)).toMatchObject({
      text: expect.stringContaining('**Engineer D** is on call') as string,
    })
  })
})
