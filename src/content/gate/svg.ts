/** Elements that draw. None of them runs code, loads a file or leads elsewhere. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image marker ' +
    'linearGradient radialGradient stop clipPath mask pattern style filter feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
/** Notes that drawing programs leave in a file, and that browsers know nothing of. */
const INERT =
  /^(?:https?:\/\/(?:www\.)?(?:inkscape\.org|sodipodi\.sourceforge\.net|creativecommons\.org|purl\.org\/dc|w3\.org\/1999\/02\/22-rdf-syntax-ns#|bohemiancoding\.com|figma\.com|boxy-svg\.com|vectornator\.io|serif\.com|ns\.adobe\.com)|http:\/\/ns\.adobe\.com\/)/

const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i
const TAG =
  /<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const END = /<\/([A-Za-z_][\w.:-]*)\s*>/y
const PROLOG = /^\uFEFF?\s*(?:<\?xml\s[^?<>]*\?>)?/
const DOCTYPE = /<!DOCTYPE\s+svg(?:\s+(?:PUBLIC\s+"[^"<>[\]]*"|SYSTEM)(?:\s+"[^"<>[\]]*")?)?\s*>/y

/**
 * What is wrong with a drawing, if anything: an SVG is a page of the site's own origin when it is opened by itself, so it
 * may draw and nothing else. Read as strict XML; what this reader does not know is an error.
 *
 * @returns what a browser would run, load or follow, in words; `undefined` for a drawing that only draws
 */
export function svgProblem(source: string): string | undefined {
  const open: { name: string; namespaces: ReadonlyMap<string, string> }[] = []
  let at = PROLOG.exec(source)?.[0].length ?? 0
  let roots = 0
  while (at < source.length) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next < 0 ? source.length : next)
    const parent = open.at(-1)
    const problem = textProblem(text, parent?.name)
    if (problem !== undefined) return problem
    if (next < 0) break
    if (source.startsWith('<!--', next)) {
      const end = source.indexOf('-->', next + 4)
      if (end < 0) return 'a comment never ends'
      at = end + 3
      continue
    }
    if (source.startsWith('<!', next)) {
      DOCTYPE.lastIndex = next
      const doctype = open.length === 0 && roots === 0 ? DOCTYPE.exec(source) : null
      if (!doctype) return 'it holds a declaration or a section of raw text'
      at = next + doctype[0].length
      continue
    }
    END.lastIndex = next
    const end = END.exec(source)
    if (end) {
      if (open.pop()?.name !== end[1]) return `</${end[1] ?? ''}> closes nothing that is open`
      at = next + end[0].length
      continue
    }
    TAG.lastIndex = next
    const tag = TAG.exec(source)
    if (!tag) return 'it holds something that is no element'
    const [all, name = '', list = '', closed] = tag
    const attributes = attributesOf(list)
    const namespaces = new Map([...(parent?.namespaces ?? []), ...declared(attributes)])
    const found = elementProblem(name, attributes, namespaces)
    if (found !== undefined) return found
    if (open.length === 0) {
      roots += 1
      if (roots > 1 || name !== 'svg') return 'its outermost element is not one <svg>'
    }
    if (closed !== '/') open.push({ name, namespaces })
    if (open.length > MAX_DEPTH) return 'its elements are nested too deeply'
    at = next + all.length
  }
  if (roots === 0) return 'it holds no <svg>'
  return open.length > 0 ? `<${open.at(-1)?.name ?? ''}> is never closed` : undefined
}

const MAX_DEPTH = 200

type Attributes = readonly (readonly [name: string, value: string])[]

function attributesOf(list: string): Attributes {
  return [...list.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  )
}

function declared(attributes: Attributes): [prefix: string, namespace: string][] {
  return attributes.flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]]
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : []
  })
}

function elementProblem(
  name: string,
  attributes: Attributes,
  namespaces: ReadonlyMap<string, string>,
): string | undefined {
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name]
  const namespace = namespaces.get(prefix)
  if (prefix !== '' && (namespace === undefined || !INERT.test(namespace))) return `it holds <${name}>`
  if (prefix === '') {
    if (namespace !== SVG) return `<${name}> is not of the namespace ${SVG}`
    if (!ELEMENTS.has(local)) return `it holds <${name}>`
  }
  for (const [key, value] of attributes) {
    const problem = attributeProblem(name, key, value, namespaces)
    if (problem !== undefined) return problem
  }
  return undefined
}

function attributeProblem(
  element: string,
  name: string,
  value: string,
  namespaces: ReadonlyMap<string, string>,
): string | undefined {
  const text = withoutReferences(value)
  if (text === undefined) return `${name} holds an entity`
  if (name === 'xmlns') return text === SVG ? undefined : `<${element}> is not of the namespace ${SVG}`
  if (name.startsWith('xmlns:'))
    return INERT.test(text) || text === XLINK || text === SVG ? undefined : `it uses the namespace ${text}`
  if (/^xml:(?:space|lang)$/.test(name)) return undefined
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name]
  const namespace = namespaces.get(prefix)
  if (prefix !== '' && namespace !== XLINK)
    return namespace !== undefined && INERT.test(namespace)
      ? undefined
      : `<${element}> has the attribute ${name}`
  if (/^on/i.test(local)) return `<${element}> has the attribute ${name}, which runs code`
  if (/^(?:href|src)$/i.test(local)) {
    if (/^#[\w.:-]+$/.test(text) || (element === 'image' && PICTURE.test(text))) return undefined
    return `<${element}> refers to something outside of the drawing`
  }
  return styleProblem(text, element)
}

/** Text of a drawing; that of a style sheet is read as such. */
function textProblem(text: string, parent: string | undefined): string | undefined {
  const plain = withoutReferences(text)
  if (plain === undefined) return 'it holds an entity'
  if (parent === undefined) return plain.trim() === '' ? undefined : 'there is text around its <svg>'
  return parent === 'style' ? styleProblem(plain, 'style') : undefined
}

/** What a style, or an attribute that is one, would load. An escape could hide the word. */
function styleProblem(style: string, element: string): string | undefined {
  const loads = /(?:url|src|image-set|image|element|cross-fade)\s*\(\s*(?!["']?#[\w.:-]+["']?\s*\))/i.test(
    style,
  )
  return loads || /@(?!media\b|supports\b|keyframes\b)|expression\s*\(|\\/i.test(style)
    ? `the style of <${element}> loads something, or hides that it does`
    : undefined
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** With its references to characters resolved; `undefined` where one is to an entity of its own. */
function withoutReferences(text: string): string | undefined {
  let isKnown = true
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi,
    (_, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      if (!Number.isNaN(code) && code <= 0x10ffff) return String.fromCodePoint(code)
      const character = name === undefined ? undefined : NAMED[name]
      if (character === undefined) isKnown = false
      return character ?? ''
    },
  )
  return isKnown ? plain : undefined
}
