import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devGuard } from '../../src/site/build/dev-guard.ts'
import { ask } from '../support/raw-requests.ts'

/** The server of Vite as far as the guard sees it: it answers everything and opens every socket. */
const http = createServer((_request, response) => {
  response.end('page')
})
http.on('upgrade', (_request, socket) => {
  socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
})
let port = 0

beforeAll(async () => {
  const { configureServer } = devGuard('/')
  if (typeof configureServer !== 'function') throw new Error('the guard has no server to guard')
  const server = { httpServer: http, config: { logger: { error: () => undefined } } }
  // Of Vite's server the guard uses these two.
  await (configureServer as unknown as (server: object) => unknown)(server)
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  port = (http.address() as AddressInfo).port
  // The first answer waits until the content has been read.
  await fetch(`http://localhost:${String(port)}/`)
})

afterAll(() => {
  http.closeAllConnections()
  http.close()
})

async function statusOf(target: string, headers: readonly string[]): Promise<string> {
  const host = headers.some((each) => each.startsWith('Host:')) ? [] : [`Host: localhost:${String(port)}`]
  const lines = [`GET ${target} HTTP/1.1`, ...host, ...headers, '', ''].join('\r\n')
  return (await ask(lines.replaceAll('PORT', String(port)), port)).slice(9, 12)
}

const SOCKET = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Key: eA==',
  'Sec-WebSocket-Version: 13',
]

describe('the socket of npm run dev', () => {
  it.each([
    ['a page of the site', ['Origin: http://localhost:PORT'], '101'],
    ['a program of the machine', [], '101'],
    ['a page of another site', ['Origin: https://evil.example'], '403'],
    ['a page of another port', ['Origin: http://localhost:1'], '403'],
    ['a file that was opened', ['Origin: null'], '403'],
    ['a site that pretends to be here', ['Host: evil.example:PORT'], '403'],
    [
      'such a site that only asks whether there is one',
      ['Host: evil.example', 'Sec-WebSocket-Protocol: vite-ping'],
      '403',
    ],
  ])('opened by %s', async (_, headers, status) => {
    expect(await statusOf('/', [...SOCKET, ...headers])).toBe(status)
  })

  it('is not opened at a target that cannot be read', async () => {
    expect(await statusOf('/%', SOCKET)).toBe('403')
    expect(await statusOf('//x', SOCKET)).toBe('403')
  })
})

describe('what pages of other sites ask of npm run dev', () => {
  const FROM = (site: string, mode: string, dest: string) => [
    `Sec-Fetch-Site: ${site}`,
    `Sec-Fetch-Mode: ${mode}`,
    `Sec-Fetch-Dest: ${dest}`,
  ]

  it.each([
    ['a picture for another site', '/api/pages.json', FROM('cross-site', 'no-cors', 'image'), '403'],
    ['a script for another port', '/src/x.js', FROM('same-site', 'no-cors', 'script'), '403'],
    ['a frame of another site', '/', FROM('cross-site', 'navigate', 'iframe'), '403'],
    ['a link that somebody follows', '/', FROM('cross-site', 'navigate', 'document'), '200'],
    [
      'a link that starts an editor',
      '/__open-in-editor?file=x',
      FROM('cross-site', 'navigate', 'document'),
      '403',
    ],
    ['the same, encoded', '/%5F_open-in-editor?file=x', FROM('cross-site', 'navigate', 'document'), '403'],
    ['the page itself', '/x.js', FROM('same-origin', 'no-cors', 'script'), '200'],
    ['its report of an error', '/__open-in-editor?file=x', FROM('same-origin', 'cors', 'empty'), '200'],
    ['the address bar', '/', FROM('none', 'navigate', 'document'), '200'],
  ])('%s', async (_, target, headers, status) => {
    expect(await statusOf(target, headers)).toBe(status)
  })
})
