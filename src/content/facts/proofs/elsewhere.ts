/** Engines that teams write SQL for, and that no command of this project runs. */
const ENGINES: readonly string[] = [
  'Athena',
  'BigQuery',
  'ClickHouse',
  'Databricks',
  'Hive',
  'MariaDB',
  'MySQL',
  'Oracle',
  'Presto',
  'Redshift',
  'Snowflake',
  'Spark',
  'SQL Server',
  'SQLite',
  'Synapse',
  'Teradata',
  'Trino',
  'Vertica',
]
const NAMES = new RegExp(`\\b(?:${ENGINES.join('|')})\\b`, 'g')

/** The engines that a page names: its reader may take a block that ran on another one for run on these. In order of name. */
export function enginesElsewhere(page: string): string[] {
  return [...new Set(page.match(NAMES) ?? [])].sort()
}
