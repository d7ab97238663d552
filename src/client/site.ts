/** What every page runs. */
import './theme-switch.ts'
import './page-toc.ts'
