/* The service worker. The build writes VERSION, REVISION, BASE, FILES and OFFLINE_PAGE above this text: one file, which changes with
   any file of the site. All of a version is kept, or nothing of it; an open page is answered from one version alone. */
/* global VERSION, REVISION, BASE, FILES, OFFLINE_PAGE */

const PREFIX = `watchbook${BASE}`
const NAME = PREFIX + VERSION
const known = new Map(FILES.map(([path, hash]) => [BASE + path, hash]))

self.addEventListener('install', (event) => {
  event.waitUntil(install())
})

async function install() {
  const before = await previous()
  const cache = await caches.open(NAME)
  try {
    // A few at a time: a phone in an incident has other things to fetch.
    const waiting = [...known]
    const fetchNext = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await keep(cache, before, ...file)
    }
    await Promise.all(Array.from({ length: 4 }, fetchNext))
    await cache.put(`${BASE}fetched`, Response.json({ revision: REVISION, fetched: Date.now() }))
  } catch (error) {
    // No room, or a deployment half done: what was kept before stays, and the browser tries again later.
    await caches.delete(NAME)
    throw error
  }
}

/** Takes a file from the last version where it is the same, else from the network, and only if it is what the build wrote. */
async function keep(cache, before, path, hash) {
  const same = await before?.match(path)
  if (same && same.headers.get('x-hash') === hash) return cache.put(path, same)
  const response = await fetch(addressOf(path), { cache: 'no-cache', credentials: 'same-origin' })
  const body = await response.arrayBuffer()
  if (!response.ok || (await hashOf(body)) !== hash) throw new Error(`${path} is of another deployment`)
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name)
  headers.set('x-hash', hash)
  return cache.put(path, new Response(body, { headers }))
}

/** A page is asked for by its address, as hosts know it. */
const addressOf = (path) => path.replace(/(^|\/)index\.html$/, '$1')

async function hashOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function previous() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME)
  const last = names.at(-1)
  return last === undefined ? undefined : caches.open(last)
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(BASE)) return
  if (pathname === `${BASE}sw.js`) return
  event.respondWith(request.mode === 'navigate' ? page(request, pathname) : file(request, pathname))
})

async function page(request, pathname) {
  const { waiting } = self.registration
  // With no other page open, the next version takes over between two pages, and the page is asked for once more.
  if (waiting && (await self.clients.matchAll()).length < 2) {
    waiting.postMessage('take over')
    return new Response('', { headers: { Refresh: '0' } })
  }
  const cache = await caches.open(NAME)
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  if (known.has(`${path}/index.html`)) return Response.redirect(`${pathname}/${new URL(request.url).search}`)
  const kept = known.has(path) ? await cache.match(path) : undefined
  if (kept) return kept
  try {
    return await fetch(request)
  } catch {
    return (await cache.match(BASE + OFFLINE_PAGE)) ?? Response.error()
  }
}

async function file(request, pathname) {
  const kept =
    known.has(pathname) || pathname === `${BASE}fetched`
      ? await (await caches.open(NAME)).match(pathname)
      : undefined
  return kept ?? fetch(request)
}
