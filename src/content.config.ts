import { defineCollection } from 'astro:content'
import { contentLoader } from './content/astro/loader.ts'
import { COLLECTIONS, collections as definitions } from './content/model/collections.ts'

export const collections = Object.fromEntries(
  COLLECTIONS.map((name) => [
    name,
    defineCollection({ loader: contentLoader(name), schema: definitions[name].schema }),
  ]),
)
