import type { Mistake } from '../rule.ts'

/** What is wrong with a setting of `site.yaml`, with the path of its key or value. */
export type SettingProblem = Omit<Mistake, 'document' | 'at'> & { path: (string | number)[]; part?: 'key' }
