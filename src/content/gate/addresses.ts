/** What is wrong with an address, in words for its author. */
export interface AddressProblem {
  message: string
  hint: string
}

/** Schemes that a link may have. Everything else starts a program, runs code or reads a file of the reader's machine. */
export const SCHEMES = ['https', 'http', 'mailto', 'tel'] as const

const MAX_ADDRESS = 2000
const MAIL = /^mailto:[\w.+'-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/i
const PHONE = /^tel:\+?[0-9][0-9().-]{1,30}(?:;ext=[0-9]{1,10})?$/i
// Spaces and line breaks, control characters, zero-width characters, and those that turn the direction of writing.
const INVISIBLE =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/
const ENCODED_CONTROL = /%(?:0[0-9a-f]|1[0-9a-f]|7f)/i
/** Line ends and tabs in the question that a page of the web is asked: queries for graphs are written over several lines. */
const LINES_IN_QUERY = /(?<=^https?:[^?#]*[?#].*)%0[9ad]/gi

/**
 * What is wrong with an address that content links to, if anything. The one function for links, definitions,
 * `site.yaml`, contacts and dashboards.
 *
 * @param address as a browser gets it, with entities and escapes decoded
 * @returns `undefined` for `https:`, `http:`, `mailto:`, `tel:` and relative addresses, without anything that hides where they lead
 */
export function addressProblem(address: string): AddressProblem | undefined {
  if (address.length > MAX_ADDRESS)
    return {
      message: 'The address is too long',
      hint: `Use one of at most ${String(MAX_ADDRESS)} characters.`,
    }
  if (INVISIBLE.test(address))
    return {
      message: `The address "${visible(address)}" holds a space or a character that nobody sees`,
      hint: 'Delete it, or write %20 for a space.',
    }
  if (ENCODED_CONTROL.test(address.replace(LINES_IN_QUERY, '')))
    return {
      message: `The address "${address}" holds an encoded control character`,
      hint: 'Delete it.',
    }
  if (address.includes('\\'))
    return {
      message: `The address "${address}" holds a backslash, which browsers read as /`,
      hint: 'Write / between folders; a path of your own machine cannot be opened by others.',
    }
  if (address.startsWith('//'))
    return {
      message: `The address "${address}" leaves the site without a scheme`,
      hint: `Write https:${address}, or one / for a page of this site.`,
    }
  const scheme = /^([^/?#:]*):/.exec(address)?.[1]?.toLowerCase()
  if (scheme === undefined) return undefined
  if (scheme === 'mailto')
    return MAIL.test(address) ? undefined : notThatForm(address, 'mailto:name@example.com')
  if (scheme === 'tel') return PHONE.test(address) ? undefined : notThatForm(address, 'tel:+15550100')
  if (scheme === 'http' || scheme === 'https') return webProblem(address)
  return { message: `The address "${address}" has the scheme "${scheme}:"`, hint: hintFor(scheme, address) }
}

function notThatForm(address: string, form: string): AddressProblem {
  return {
    message: `The address "${address}" holds more than one address`,
    hint: `Write it as in ${form}, alone.`,
  }
}

function hintFor(scheme: string, address: string): string {
  if (/^[a-z]$/.test(scheme))
    return 'It is a path of your own machine, which nobody else can open. Put the file into files/.'
  const rest = address.slice(scheme.length + 1).replace(/^\/*/, '')
  if (/^h\w{1,6}$/.test(scheme) && rest !== '') return `Did you mean https://${rest}?`
  return `A link may begin with ${SCHEMES.map((each) => `${each}:`).join(', ')} or be relative. Put other addresses into backticks.`
}

/** What is wrong with an `http:` or `https:` address. */
function webProblem(address: string): AddressProblem | undefined {
  const [, scheme = '', authority = ''] = /^(https?:)\/\/([^/?#]*)/i.exec(address) ?? []
  if (authority === '' || !URL.canParse(address))
    return {
      message: `The address "${address}" names no host`,
      hint: 'Write it as in https://example.com/page.',
    }
  if (authority.includes('@'))
    return {
      message: `The address "${address}" holds a user name, which hides the host that it leads to`,
      hint: `It leads to ${new URL(address).host}. Write ${scheme}//${new URL(address).host}/ if that is meant.`,
    }
  const { hostname } = new URL(address)
  const written = authority.replace(/:\d*$/, '').toLowerCase()
  // Percent signs, letters of other scripts and numbers in other bases come out of the parser as another host.
  if (written !== hostname)
    return {
      message: `The address "${address}" leads to the host ${hostname}`,
      hint: `Write the host as ${hostname} if that is meant; it may only look like another one.`,
    }
  if (/^https?$/.test(hostname) || /\.\.|,/.test(hostname))
    return {
      message: `The address "${address}" leads to the host ${hostname}, which cannot be`,
      hint: 'Correct the signs between its parts, or delete the https: that is there twice.',
    }
  return undefined
}

/** The file of an image as a page names it: relative, by its own name, and nothing for the bundler to interpret. */
const IMAGE_PATH =
  /^(?:\.{1,2}\/)*(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_. ()+,@-]*\/)*[\p{L}\p{N}_][\p{L}\p{N}\p{M}_. ()+,@-]*\.(?:png|jpe?g|gif|svg|webp|avif)$/iu

/**
 * What is wrong with the address of an image, if anything. The bundler takes it for a module: only a relative path
 * to a file with the ending of an image is one.
 *
 * @param address as Markdown gives it, still percent-encoded
 */
export function imageProblem(address: string): AddressProblem | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
    return {
      message: `The image ${visible(address)} is on another host`,
      hint: 'Save it into images/ and link to it there: pages load nothing from elsewhere.',
    }
  const path = decoded(address)
  if (path !== undefined && IMAGE_PATH.test(path)) return undefined
  return {
    message: `The image "${visible(address)}" is not named by a relative path to a picture`,
    hint: 'Write it as in ../images/lag.png, with the ending .png, .jpg, .gif, .svg, .webp or .avif.',
  }
}

/** Without percent-encoding; `undefined` where a percent sign encodes nothing. */
export function decoded(address: string): string | undefined {
  try {
    return decodeURI(address)
  } catch {
    return undefined
  }
}

/** The text with what nobody sees written out. */
export function visible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'g'), (character) =>
    character === ' ' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
