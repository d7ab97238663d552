import { connect } from 'node:net'
import fc from 'fast-check'

/** Requests as bytes, of which a server has to survive every one. `PORT` stands for the port. */

const dots = [
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..%00',
  '%c0%ae%c0%ae',
  '..;',
  '...',
  '.',
  '%2e',
  '\u2025',
]
const slashes = ['/', '//', '\\', '%2f', '%5c', '%252f', '/./', '%2F', '\u2215']
const names = [
  'runbooks',
  'issues',
  'secret.txt',
  'link.txt',
  'a%20b.txt',
  'pagefind',
  'x.wasm',
  'index.html',
  '404.html',
  'etc',
  'passwd',
  'evil.example',
  '__proto__',
  'constructor',
  '',
  '%',
  '%zz',
  '%00',
  '%0d%0aX:y',
  '%E2%9C%93',
  '\u00e9',
  'x'.repeat(300),
  'C:',
  '~',
  '*',
  '[',
  '|',
  '"',
  '<script>',
]

const path = fc
  .array(fc.tuple(fc.constantFrom(...slashes), fc.constantFrom(...dots, ...names)), {
    minLength: 1,
    maxLength: 7,
  })
  .map((parts) => parts.flat().join(''))
const target = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '/runbooks/',
      '/runbooks/issues/',
      '/runbooks/a%20b.txt',
      '/runbooks/issues',
      '/runbooks/link.txt',
    ),
  },
  { weight: 6, arbitrary: path },
  { weight: 3, arbitrary: path.map((each) => `/runbooks${each}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/',
      '//',
      '///',
      '//a:b',
      '//[',
      '*',
      '',
      'http://',
      'http://[::1',
      'http://localhost:99999/',
      'http://evil.example/',
      'https://user@evil.example/runbooks/',
      'runbooks/',
      '?',
      '#',
      '/?',
      '/#',
      '/runbooks/?a=%',
      '/runbooks?//evil.example',
      '/runbooks/issues',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((each) => `/${each}`) },
)
const query = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '?',
      '?a=b',
      '?%0d%0aSet-Cookie:a=b',
      '?//evil.example',
      '?raw',
      '?import',
      '#x',
      '??',
    ),
  },
)
const method = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('GET', 'GET', 'HEAD') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'POST',
      'PUT',
      'DELETE',
      'TRACE',
      'OPTIONS',
      'CONNECT',
      'PROPFIND',
      'get',
      'G ET',
      '',
      'GET\t',
    ),
  },
)
const version = fc.oneof(
  { weight: 30, arbitrary: fc.constant('HTTP/1.1') },
  { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/9.9', 'http/1.1', '') },
)
const host = fc.oneof(
  { weight: 15, arbitrary: fc.constant('Host: localhost:PORT') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Host: evil.example',
      'Host:',
      'Host: localhost',
      'Host: [::1]:PORT',
      'Host: localhost:PORT\r\nHost: evil.example',
      'X: y',
      'Host: localhost:PORT@evil.example',
      'Host: \u00e9',
    ),
  },
)
const wellFormed = fc.constantFrom(
  'Range: bytes=0-1',
  'Range: bytes=-',
  'Range: bytes=9-1',
  'Range: bytes=0-0,2-3,5-',
  'Range: bytes=99999999999-',
  'Range: x',
  `Range: bytes=${'0-1,'.repeat(500)}`,
  'If-None-Match: *',
  'If-None-Match: "',
  'If-Range: "x"',
  'If-Modified-Since: x',
  'Accept-Encoding: gzip',
  'Accept-Encoding: br;q=x, gzip;q=-1',
  'Accept-Encoding: *',
  `Accept-Encoding: ${'a,'.repeat(500)}`,
  'Origin: https://evil.example',
  'Origin: null',
  'Origin: http://localhost:PORT',
  'Content-Length: 5',

  'Transfer-Encoding: chunked',

  'Connection: keep-alive',
  'Connection: close',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: x',
  'Expect: 100-continue',
  'Expect: x',
  'X-Forwarded-Host: evil.example',
  'X-HTTP-Method-Override: PUT',

  'Cookie: a=b',
)
const malformed = fc.constantFrom(
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'X: a\r\n b',
  'X: \u0000',
  ': x',
  'no colon',
  `X: ${'y'.repeat(20_000)}`,
)
const header = fc.oneof({ weight: 15, arbitrary: wellFormed }, { weight: 1, arbitrary: malformed })
const end = fc.oneof(
  { weight: 30, arbitrary: fc.constant('\r\n\r\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n\n',
      '\r\n',
      '',
      '\r\r',
      '\r\n\r\n0\r\n\r\n',
      '\r\n\r\nhello',
      '\r\n\r\nGET / HTTP/1.1\r\nHost: evil.example\r\n\r\n',
      '\r\n\r\nffffffff\r\n',
    ),
  },
)
/** Raw requests to a site under `/runbooks/`, right ones, wrong ones and hostile ones. */
export const aRequest = fc
  .record({ method, target, query, version, host, headers: fc.array(header, { maxLength: 3 }), end })
  .map(
    (each) =>
      [`${each.method} ${each.target}${each.query} ${each.version}`, each.host, ...each.headers].join(
        '\r\n',
      ) + each.end,
  )

/** All that the server says until it falls silent or closes the connection. A request without an end gets no answer. */
export function ask(bytes: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes, 'latin1'))
    const silence = setTimeout(() => socket.destroy(), 400)
    socket.on('data', (part) => {
      answer += part.toString('latin1')
      // As soon as the head is there, the rest of these small answers is on its way.
      if (/\r\n\r\n/.test(answer) && !/^HTTP\/1\.1 100 /.test(answer)) setTimeout(() => socket.destroy(), 8)
    })
    // A connection that the server resets is an end as well; that it listens no longer is none.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error)
    })
    socket.on('close', () => {
      clearTimeout(silence)
      resolve(answer)
    })
  })
}
