import { describe, expect, it } from 'vitest'
import { addressIn, addressProblem } from '../../src/site/address.ts'

describe('where a site will be', () => {
  it.each([
    [{}, { site: 'http://localhost:4321', base: '/' }],
    [
      { SITE_URL: '', BASE_PATH: '' },
      { site: 'http://localhost:4321', base: '/' },
    ],
    [
      { SITE_URL: 'https://a.example:8443', BASE_PATH: 'x' },
      { site: 'https://a.example:8443', base: '/x' },
    ],
    [
      { SITE_URL: 'https://a.example/', BASE_PATH: '//x//y.z/' },
      { site: 'https://a.example/', base: '/x/y.z' },
    ],
  ])('%j', (environment, address) => {
    expect(addressIn(environment)).toEqual(address)
    expect(addressProblem(environment)).toBeUndefined()
  })

  it.each([
    [{ SITE_URL: 'nonsense' }, 'SITE_URL is "nonsense", which is no address of a host.'],
    [{ SITE_URL: 'ftp://a.example' }, 'SITE_URL is "ftp://a.example", which is no address of a host.'],
    [{ SITE_URL: 'https://a.example/x' }, 'SITE_URL takes the host alone.'],
    [{ SITE_URL: 'https://u:p@a.example' }, 'SITE_URL takes the host alone.'],
    [{ BASE_PATH: '/../x' }, 'BASE_PATH is "/../x", which is no path of letters, digits and - _ . ~.'],
    [{ BASE_PATH: '/a b' }, 'BASE_PATH is "/a b", which is no path of letters, digits and - _ . ~.'],
    [{ BASE_PATH: '/a?b' }, 'BASE_PATH is "/a?b", which is no path of letters, digits and - _ . ~.'],
    [
      { BASE_PATH: 'https://a.example/x' },
      'BASE_PATH is "https://a.example/x", which is no path of letters, digits and - _ . ~.',
    ],
  ])('is refused in a sentence: %j', (environment, message) => {
    expect(addressProblem(environment)?.message).toBe(message)
  })
})
