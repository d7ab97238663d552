import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { ADDRESS } from './src/site/address.ts'
import { contentUrl } from './src/site/edit-links.ts'
import { barePages } from './src/content/facts/bare-pages.ts'
import { contentStore } from './src/content/read/store.ts'
import { rootOf } from './src/site/links.ts'
import { markOf } from './src/content/facts/proofs/marks.ts'
import { devGuard } from './src/site/build/dev-guard.ts'
import { pathOfFile } from './src/content/facts/addresses.ts'
import { forwardsWhileEditing } from './src/site/build/forward-pages.ts'
import { mdxBodies } from './src/content/astro/mdx-frontmatter.ts'
import { assetProblem } from './src/content/read/assets.ts'
import { contentRoot } from './src/content/read/load.ts'
import { contentModules } from './src/content/astro/content-modules.ts'
import { contentWatch } from './src/content/astro/watch.ts'
import { lastIndex } from './src/search/index/dev-plugin.ts'
import { markdownProcessor } from './src/markdown/index.ts'

const contentFolder = contentRoot()

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
    processor: markdownProcessor({
      base: ADDRESS.base,
      contentFolder,
      imageProblem: (file) => assetProblem(contentFolder, file)?.message,
      forgeUrl: contentUrl,
      markOf,
      pathOfFile: (file) => pathOfFile(contentFolder, file),
    }),
    // Our own plugin does it.
    syntaxHighlight: false,
  },
  integrations: [
    mdx({ optimize: true }),
    sitemap({
      filter: (address) =>
        !barePages(contentStore().read()).has(new URL(address).pathname.slice(rootOf(ADDRESS.base).length)),
    }),
  ],
  vite: {
    plugins: [
      devGuard(ADDRESS.base),
      contentModules(),
      contentWatch(),
      mdxBodies(),
      lastIndex(ADDRESS.base),
      forwardsWhileEditing(ADDRESS),
      {
        // What Vite puts around an import() loads style sheets early. There are none to load, and it weighs a fifth of
        // what an issue page may spend on scripts.
        name: 'plain-dynamic-imports',
        enforce: 'pre',
        load: (id) =>
          id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
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
