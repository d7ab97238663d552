import { calendarParts } from '../oncall/date-holidays.ts'
import { list } from '../text/wording.ts'

/** Countries whose English name takes an article. */
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|Czech Republic|Dominican Republic|Central African|Democratic Republic|Republic of|Solomon|Marshall|Cayman|Faroe|Isle of|Vatican)/

/** `the United States`, `California (United States)`: the place of a calendar code. */
function placeName(code: string): string {
  const { country, state, region } = calendarParts(code)
  // The library writes the full name of this one country only.
  const short =
    country === code.split('-')[0]
      ? regionName(country)
      : country.replace(/^United States of America$/, 'United States')
  if (state === undefined) return WITH_ARTICLE.test(short) ? `the ${short}` : short
  return `${region === undefined ? state : `${region}, ${state}`} (${short})`
}

/** `Public holidays of the United States`. */
export function calendarName(code: string, types: readonly string[]): string {
  const kinds = list(types)
  return `${kinds === '' ? 'Added' : kinds.charAt(0).toUpperCase() + kinds.slice(1)} holidays of ${placeName(code)}`
}

/** Where the library has no name for a country, the platform may have one. */
function regionName(country: string): string {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country) ?? country
}
