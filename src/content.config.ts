import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineCollection } from 'astro:content'
import { type Loader, glob } from 'astro/loaders'
import { contentRoot } from './content/load.ts'
import { parseFrontmatter, parseYaml } from './content/parse.ts'
import { collections as definitions } from './content/schemas/index.ts'

/** Astro finds the files and compiles their bodies; what their fields say comes from the project's own parser. */
function entries(folder: string, extensions: readonly string[]): Loader {
  const base = path.join(contentRoot(), folder)
  const files = glob({
    base: pathToFileURL(base + path.sep),
    pattern: extensions.map((extension) => `*.${extension}`),
    generateId: ({ entry }) => path.basename(entry, path.extname(entry)),
    // Nobody reads the source of a body once it is compiled, and it would double the data store.
    retainBody: false,
  })
  return {
    name: 'watchbook-entries',
    load: (context) =>
      files.load({
        ...context,
        parseData: (entry) => {
          const file = path.join(base, path.basename(entry.filePath ?? ''))
          const parse = file.endsWith('.yaml') ? parseYaml : parseFrontmatter
          for (const key of Object.keys(entry.data)) Reflect.deleteProperty(entry.data, key)
          Object.assign(entry.data, parse(readFileSync(file, 'utf8')).data)
          return context.parseData(entry)
        },
      }),
  }
}

const { teams, engineers, rotas, pipelines, runbooks, issues } = definitions

export const collections = {
  teams: defineCollection({ loader: entries('teams', teams.extensions), schema: teams.schema }),
  engineers: defineCollection({
    loader: entries('engineers', engineers.extensions),
    schema: engineers.schema,
  }),
  rotas: defineCollection({ loader: entries('rotas', rotas.extensions), schema: rotas.schema }),
  pipelines: defineCollection({
    loader: entries('pipelines', pipelines.extensions),
    schema: pipelines.schema,
  }),
  runbooks: defineCollection({ loader: entries('runbooks', runbooks.extensions), schema: runbooks.schema }),
  issues: defineCollection({ loader: entries('issues', issues.extensions), schema: issues.schema }),
}
