import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
const sla = z.object({
  summary: z.string(),
  availableWithin: z.string().optional(),
  resolvedWithin: z.string().optional(),
  due: z.enum(['end-of-week', 'end-of-month']).optional(),
  review: z.enum(['monthly']).optional(),
})
const of = <S extends z.ZodType>(dir: string, schema: S) =>
  defineCollection({ loader: glob({ base: `./content/${dir}`, pattern: '**/*.{yaml,md,mdx}' }), schema })
const d = z.coerce.date().transform((x) => x.toISOString().slice(0, 10))
export const collections = {
  teams: of(
    'teams',
    z.object({
      name: z.string(),
      summary: z.string(),
      contact: z
        .object({ chat: z.string().optional(), email: z.string().optional(), page: z.string().optional() })
        .optional(),
    }),
  ),
  engineers: of(
    'engineers',
    z.object({ name: z.string(), team: z.string(), calendar: z.string().optional() }),
  ),
  rotas: of(
    'rotas',
    z.object({
      name: z.string(),
      team: z.string(),
      timeZone: z.string(),
      start: d,
      handoffTime: z.string(),
      rotation: z.array(z.string()),
      calendar: z.string(),
    }),
  ),
  pipelines: of(
    'pipelines',
    z.object({
      title: z.string(),
      summary: z.string(),
      area: z.string(),
      consumers: z.array(z.string()),
      primaryOwner: z.string(),
      secondaryOwner: z.string(),
      runbook: z.string(),
      rota: z.string().optional(),
      upstream: z.array(z.string()).optional(),
      sla: sla.optional(),
    }),
  ),
  runbooks: of(
    'runbooks',
    z.object({
      title: z.string(),
      summary: z.string(),
      dataTypes: z.array(z.string()),
      sla,
      onCall: z.object({
        summary: z.string(),
        coverage: z.enum(['always', 'business-hours', 'month-end']),
        monitoredBy: z.string().optional(),
        onboarding: z.string().optional(),
      }),
      reviewed: d,
      reviewEvery: z.string().optional(),
    }),
  ),
  issues: of(
    'issues',
    z.object({
      title: z.string(),
      summary: z.string(),
      runbook: z.string(),
      pipelines: z.array(z.string()).optional(),
      severity: z.enum(['sev1', 'sev2', 'sev3', 'sev4']),
      components: z.array(z.string()),
      signatures: z.array(z.string()).optional(),
      alerts: z.array(z.string()).optional(),
      aliases: z.array(z.string()).optional(),
      reviewed: d,
      reviewEvery: z.string().optional(),
    }),
  ),
}
