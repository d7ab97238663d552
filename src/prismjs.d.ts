/** What we use of the highlighter, which ships without types. */
declare module 'prismjs' {
  type Grammar = Readonly<Record<string, { pattern?: RegExp } | undefined>>
  export interface Token {
    type: string
    alias?: string | string[]
    content: TokenStream
  }
  interface Hooks {
    'before-tokenize': { grammar: Grammar }
    'after-tokenize': { tokens: (string | Token)[] }
    /** A token's kind and what it is like, after the word `token`. */
    wrap: { classes: string[] }
  }
  export type TokenStream = string | Token | (string | Token)[]
  const Prism: {
    hooks: {
      add: <Name extends keyof Hooks>(name: Name, callback: (env: Hooks[Name]) => void) => void
    }
    languages: Readonly<Record<string, Grammar | undefined>>
    highlight: (code: string, grammar: Grammar, language: string) => string
  }
  export default Prism
}

declare module 'prismjs/components/index.js' {
  const loadLanguages: { (language: string): void; silent: boolean }
  export default loadLanguages
}

/** The list of languages that it knows. */
declare module 'prismjs/components.js' {
  const components: { languages: Record<string, { alias?: string | string[] }> }
  export default components
}
