/** A value that an attribute may have, and what people should write. */
export interface Literal {
  accepts: (value: string) => boolean
  example: string
}

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** An attribute whose presence says it all. In MDX it has no value, in Markdown it may have an empty one. */
export const flag = (name: string): Literal => ({
  accepts: (value) => value === '' || value === name,
  example: name,
})

export const text = (name: string): Literal => ({ accepts: () => true, example: `${name}="words"` })

export const integer = (name: string, least: number, most: number): Literal => ({
  accepts: (value) => /^-?\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
  example: `${name}="${String(Math.max(least, 2))}"`,
})

export const oneOf = (name: string, ...values: readonly string[]): Literal => ({
  accepts: (value) => values.includes(value),
  example: values.map((value) => `${name}="${value}"`).join(', '),
})

export const date = (name: string): Literal => ({
  accepts: (value) => ISO_DATE.test(value),
  example: `${name}="2026-11-26"`,
})

/** What every element may have. No `class`, `id`, `style`, `data-…` or `on…`: those belong to the site. */
export const GLOBAL_ATTRIBUTES: Readonly<Record<string, Literal>> = {
  title: text('title'),
  lang: { accepts: (value) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value), example: 'lang="en"' },
  dir: oneOf('dir', 'ltr', 'rtl', 'auto'),
}
