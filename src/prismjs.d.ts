/** What we use of the highlighter, which ships without types. */
declare module 'prismjs' {
  type Grammar = Readonly<Record<string, unknown>>
  export interface Token {
    type: string
    content: TokenStream
  }
  export type TokenStream = string | Token | (string | Token)[]
  const Prism: {
    hooks: { add: (name: 'after-tokenize', callback: (env: { tokens: (string | Token)[] }) => void) => void }
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
