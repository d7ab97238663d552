import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { siteMarkdown } from './scripts/lib/site-markdown.ts'
import { ADDRESS } from './src/site/address.ts'
import { devGuard } from './src/site/build/dev-guard.ts'
import { noWorkerWhileEditing } from './src/site/build/dev-worker.ts'
import { forwardsWhileEditing } from './src/site/build/forward-pages.ts'
import { mdxBodies } from './src/content/astro/mdx-frontmatter.ts'
import { contentRoot } from './src/content/read/load.ts'
import { contentModules } from './src/content/astro/content-modules.ts'
import { contentWatch } from './src/content/astro/watch.ts'
import { lastIndex } from './src/search/index/dev-plugin.ts'

// Astro takes these for variables of the machine where it has them, and a CI may have a BASE_URL of its own.
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'])
  Reflect.deleteProperty(process.env, name)

const SMALL_PRELOAD = `export const __vitePreload = (load, files = []) => {
  for (const file of files)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: import.meta.env.BASE_URL + file }))
  return load()
}`

export default defineConfig({
  ...ADDRESS,
  output: 'static',
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  // The default drops white space between inline elements.
  compressHTML: true,
  build: {
    assets: 'assets',
    // One file that every page shares and that the security policy can name.
    inlineStylesheets: 'never',
  },
  devToolbar: { enabled: false },
  // Editors complete frontmatter from the schemas.
  experimental: { contentIntellisense: true },
  markdown: {
    processor: siteMarkdown(contentRoot()),
    // Our own plugin does it.
    syntaxHighlight: false,
  },
  integrations: [mdx({ optimize: true })],
  vite: {
    // Where the site is, its environment says alone.
    envDir: false,
    plugins: [
      devGuard(ADDRESS.base),
      noWorkerWhileEditing(ADDRESS.base),
      contentModules(),
      contentWatch(),
      mdxBodies(),
      lastIndex(ADDRESS.base),
      forwardsWhileEditing(ADDRESS),
      {
        // What Vite puts around an import() weighs a fifth of what an issue page may spend on scripts, most of it for style
        // sheets, of which there are none. This asks for what the import itself imports at the same time: on a slow network
        // each script after the other costs a command on a phone half a second.
        name: 'small-dynamic-imports',
        enforce: 'pre',
        load: (id) => (id === '\0vite/preload-helper.js' ? SMALL_PRELOAD : undefined),
      },
    ],
    // A link in the content could lead the watcher through the whole machine.
    server: { watch: { followSymlinks: false } },
    // An inlined script would need a hash of its own in the security policy.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // One warning for each .mdx file, about a directive that Astro has read by then.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
        },
      },
    },
  },
})
