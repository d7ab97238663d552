import { expect, it } from 'vitest'
import { bodyOf, importFiles } from './in-memory.ts'

const names = (files: Readonly<Record<string, string>>) =>
  importFiles(files).entries.map(({ source }) => source)
const reasons = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(importFiles(files).leftOut.map(({ source, why }) => [source, why]))

it('takes what the team has written where its configured site is only a leaflet beside it', () => {
  expect(
    names({
      'docs/_sidebar.md': '- [Home](/)',
      'docs/home.md': 'A leaflet.',
      'Playbooks/One.md': 'One is down.',
      'Playbooks/Two.md': 'Two is down.',
      'Playbooks/Three.md': 'Three is down.',
    }),
  ).toEqual(['Playbooks/One.md', 'Playbooks/Three.md', 'Playbooks/Two.md', 'docs/home.md'])
})

it('leaves out what is beside a configured site', () => {
  const files = {
    'mkdocs.yml': 'site_name: A',
    'docs/a.md': 'A.',
    'docs/b.md': 'B.',
    'tool/README.md': 'A tool.',
  }
  expect(names(files)).toEqual(['docs/a.md', 'docs/b.md'])
  expect(reasons(files)).toEqual({
    'tool/README.md': 'it is outside of the pages of MkDocs (docs/)',
  })
})

it('leaves out a page whose text a program makes', () => {
  const files = {
    'config/tech-docs.yml': 'service_name: A',
    'source/list.html.md.erb': 'All:\n\n<% apps.each do |app| %>\n- <%= app.name %>\n<% end %>\n',
    'source/page.html.md.erb': 'A page.',
  }
  expect(names(files)).toEqual(['source/page.html.md.erb'])
  expect(reasons(files)['source/list.html.md.erb']).toBe('a program makes its text (<% … do %>)')
})

it('keeps the text of another part of the page, and drops what only sets a value', () => {
  const body = bodyOf({
    'config/tech-docs.yml': 'service_name: A',
    'source/page.html.md.erb':
      '<% content_for :sidebar do %>\nSee below.\n<% end %>\n<% content_for :title, "A" %>\n\nThe text.\n',
  })
  expect(body).toBe('See below.\n\nThe text.')
})

it.each([
  ['Open <chrome://flags/#a> first.', 'Open `chrome://flags/#a` first.'],
  ['Ask http://domain/.well-known/<token>.', 'Ask `http://domain/.well-known/<token>`.'],
  ['Ask https://a.example/<b-c>/d now.', 'Ask `https://a.example/<b-c>/d` now.'],
  ['See https://a.example<br>Next', 'See https://a.example<br>Next'],
])('%s: shows an address that leads nowhere as code', (written, expected) => {
  expect(bodyOf({ 'a.md': written })).toBe(expected)
})

it('leaves out badges, which say nothing of the page', () => {
  expect(
    bodyOf({
      'a.md':
        '[![Build](https://github.com/a/b/workflows/ci/badge.svg)](https://github.com/a/b)\n![L](https://img.shields.io/x)\n\nThe text.',
    }),
  ).toBe('The text.')
})

it('makes no link within a link of a picture that another host has', () => {
  expect(bodyOf({ 'a.md': '[![The lag](https://a.example/lag.png)](https://a.example/lag)' })).toBe(
    '[The lag](https://a.example/lag)',
  )
})

it.each([
  ['打开 http://www.example.com。然后登录', '打开 <http://www.example.com>。然后登录'],
  ['访问 http://localhost:9200,就会看到', '访问 <http://localhost:9200>,就会看到'],
  ['Open http://IP:Port in a browser.', 'Open `http://IP:Port` in a browser.'],
  ['Open http://宿主机ip:9090 first.', 'Open `http://宿主机ip:9090` first.'],
  ['See https://de.wikipedia.org/wiki/Übersicht.', 'See https://de.wikipedia.org/wiki/Übersicht.'],
  ['See https://a.example/?q=sum%0A(x).', 'See https://a.example/?q=sum%0A(x).'],
])('%s: an address ends where the words go on, and is code where it leads nowhere', (written, expected) => {
  expect(bodyOf({ 'a.md': written })).toBe(expected)
})

it('turns a link the right way round where its brackets are swapped', () => {
  expect(
    bodyOf({ 'a.md': 'See (the form)[https://a.example/new], (x)[1] and (see)[a.md](https://a.example).' }),
  ).toBe('See [the form](https://a.example/new), (x)[1] and (see)[a.md](https://a.example).')
})

it('gives each page an id and former addresses that no other page has', () => {
  const { entries, log } = importFiles({
    'docs/Kafka.md': '# Kafka\n\nA page.',
    'docs/Kafka/index.md': '# All of Kafka\n\nA list.',
    'docs/Lag/README.md': '# Lag\n\nOne.',
    'docs/Lag/index.md': '# Lag, again\n\nTwo.',
    'docs/a/Home.md': '---\npermalink: /home\n---\nBelow.',
    'docs/Home.md': '---\npermalink: /home\n---\nAbove.',
    '_config.yml': 'title: A',
  })
  const ids = entries.map(({ file }) => file.toLowerCase().replace(/(?:\/index)?\.md$/, ''))
  expect(new Set(ids).size).toBe(ids.length)
  expect(entries.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['runbooks/Kafka/All-of-Kafka.md', 'runbooks/Lag/Lag-again.md']),
  )
  const aliases = entries.flatMap(({ text }) => /^aliases: (.*)$/m.exec(text)?.[1] ?? [])
  expect(aliases.filter((each) => each.includes('/home'))).toHaveLength(1)
  expect(entries.find(({ source }) => source === 'docs/Home.md')?.text).toContain('/home')
  expect(log.entries).toContainEqual({
    how: 'dropped',
    what: 'former address that another page has',
    page: 'docs/a/Home.md',
    detail: '/home',
  })
})

it('leaves out what is too much for one page, and its links become words', () => {
  const { entries, leftOut } = importFiles({
    'ports.md': '| 1 | a port |\n'.repeat(20_000),
    'a.md': 'See [ports](ports.md).',
  })
  expect(entries.map(({ source }) => source)).toEqual(['a.md'])
  expect(leftOut[0]?.why).toMatch(/^it is too much for one page: The file is too long to be read/)
  expect(entries[0]?.text).toMatch(/See ports\.\n$/)
})

it.each([
  [
    '??? "Backups"\n\n    Every night.',
    '<details>\n<summary>Backups</summary>\n\nEvery night.\n\n</details>',
  ],
  ['!!! Note “Alternative text”\n\n    Look.', '> [!NOTE]\n> **Alternative text**\n>\n> Look.'],
  [':::tips\nLook.\n:::', '> [!TIP]\n> Look.'],
])('%j is read as it is meant', (written, expected) => {
  expect(bodyOf({ 'mkdocs.yml': 'site_name: A', 'docs/a.md': written })).toBe(expected)
})
