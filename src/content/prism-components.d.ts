/** The list of languages that the highlighter knows; Prism ships it without types. */
declare module 'prismjs/components.js' {
  const components: { languages: Record<string, { alias?: string | string[] }> }
  export default components
}
