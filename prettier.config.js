/** @type {import('prettier').Config} */
export default {
  semi: false,
  singleQuote: true,
  printWidth: 110,
  plugins: ['prettier-plugin-astro'],
  overrides: [
    { files: '*.astro', options: { parser: 'astro' } },
    // Prose wraps where its author wrapped it: a reviewer sees the words that changed, not a reflow.
    { files: ['*.md', '*.mdx'], options: { proseWrap: 'preserve', embeddedLanguageFormatting: 'off' } },
  ],
}
