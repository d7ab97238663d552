import { expect, it } from 'vitest'
import { headsOf } from '../../../../src/content/check/secrets/heads.ts'

it.each([
  [/ghp_\w{36}/, ['ghp_']],
  [/gh[po]_\w{36}/, ['gho_', 'ghp_']],
  [/(?:abcd|ab)$/, ['ab', 'abcd']],
  [/abc?d/, ['abcd', 'abd']],
  [/ab+c/, ['abb', 'abc']],
  [/ab*cd/, ['ab', 'acd']],
  [/a{2}b/, ['aab']],
  [/a{2,3}b/, ['aaab', 'aab']],
  [/a{0,2}bcd/, undefined],
  [/\bpass(?=\d)word/, ['pass']],
  [/(?<![\w-])--?x/, ['--x', '-x']],
  [/(?:^|\n)key/, ['\nkey', 'key']],
  [/sk\.eyJ/, ['sk.e']],
  [
    /[a-c]\d/,
    ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9']
      .flatMap((a) => [a, `b${a[1] ?? ''}`, `c${a[1] ?? ''}`])
      .sort(),
  ],
])('a match of %s begins with %j', (pattern, heads) => {
  const found = headsOf(pattern.source, pattern.ignoreCase)
  // A beginning that another begins with says nothing more.
  const shortest = heads?.filter((text) => !heads.some((other) => other !== text && text.startsWith(other)))
  expect(found?.sort()).toEqual(shortest?.sort())
})

it.each([/[^a]bc/, /.bc/, /\p{L}bc/u, /\u0041bc/, /a/, /(a|b)?cde|x/, /[a-z]{2,12}_/, /žena/i])(
  'of %s no beginning is known that would help',
  (pattern) => {
    expect(headsOf(pattern.source, pattern.ignoreCase)).toBeUndefined()
  },
)

it('of a pattern that ignores case they are in lower case, and end before a letter that is not of ASCII', () => {
  expect(headsOf(/CONTRASEÑA|Hasło/.source, true)?.sort()).toEqual(['cont', 'has'])
})
