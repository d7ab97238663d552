import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

export const collections = {
  issues: defineCollection({ loader: glob({ base: './issues', pattern: '*.md' }) }),
}
