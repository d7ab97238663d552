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
