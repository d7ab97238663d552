import highlight from '@11ty/eleventy-plugin-syntaxhighlight'

/** As its documentation sets it up: Markdown as it is written, Prism, one layout. */
export default function configure(eleventy) {
  eleventy.addPlugin(highlight)
  eleventy.addGlobalData('layout', 'page.njk')
  return { markdownTemplateEngine: false, dir: { input: 'issues', includes: '../_includes', output: 'site' } }
}
