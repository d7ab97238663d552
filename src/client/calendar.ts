/** What a year's calendar loads beyond the rest of the site. The page marks today before the grid takes its place in the tab order. */
import './calendar-page.ts'
import './year-grid.ts'
