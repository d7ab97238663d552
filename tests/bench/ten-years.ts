/** Plans 12 engineers over 10 years and prints what it took, as JSON. Run by `planner.bench.ts`. */
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { benchRota } from './rotas.ts'

const start = performance.now()
const calendar = createCalendar(benchRota(12, ['US', 'GB-ENG', 'DE-BY', 'IN']), dateHolidays)
for (let year = 2026; year < 2036; year++) calendar.year(year)
const milliseconds = performance.now() - start
// maxRSS is in kilobytes.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ milliseconds, megabytes }))
