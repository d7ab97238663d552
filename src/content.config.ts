import { defineCollection } from 'astro:content'
import { contentLoader } from './content/astro/loader.ts'
import { collections as definitions } from './content/model/collections.ts'

const { teams, engineers, rotas, pipelines, runbooks, issues } = definitions

export const collections = {
  teams: defineCollection({ loader: contentLoader('teams'), schema: teams.schema }),
  engineers: defineCollection({ loader: contentLoader('engineers'), schema: engineers.schema }),
  rotas: defineCollection({ loader: contentLoader('rotas'), schema: rotas.schema }),
  pipelines: defineCollection({ loader: contentLoader('pipelines'), schema: pipelines.schema }),
  runbooks: defineCollection({ loader: contentLoader('runbooks'), schema: runbooks.schema }),
  issues: defineCollection({ loader: contentLoader('issues'), schema: issues.schema }),
}
