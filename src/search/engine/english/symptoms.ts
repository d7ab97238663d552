/**
 * What people call the faults of data and of the systems that carry them, and the things that have these faults: each row
 * is one meaning. A word or a phrase of a row in a query also finds the pages that say it with another of the same row.
 * `not` stands for every negation (`doesn't`, `hasn't`, `never`), and small words between the words of a phrase are passed over.
 * A team adds its own rows in `site.yaml`, under `synonyms`.
 */
export const SYMPTOMS: Readonly<Record<string, string>> = {
  stale:
    'stale, outdated, out of date, not up to date, not current, frozen, froze, freeze, not moving, not moved, not move, not changed, not change, ' +
    'not changing, unchanged, not updated, not updating, not update, not refreshed, not refresh, not refreshing, old data, old number, old figure, ' +
    'old day, old value, stuck on, stuck at, same as yesterday, same number as yesterday, same number as, same as last week, yesterday again, ' +
    'same value as yesterday, last week number, yesterday number, last updated, stopped updating, stopped refreshing, still shows, still showing, ' +
    'up to date, same since, been the same since, date of yesterday, days old, hours old, freshness, not fresh, holds an old day, stuck in the past, no new data, behind the times, ' +
    'not loaded yet, lagging behind, flat since, not been touched, ' +
    'nothing new, no update, no updates, no refresh, days behind, not move on, last week again, last month again, no longer updated, no ' +
    'longer current, old version, ancient, ' +
    'not moved on, not renewed, not reloaded, =dated, same old, older than it should, of last time, last good, no longer moves, hang on, ' +
    'still the old, still old, still says, still say, still reads, still displays, still has, still last, from last week, from last month, from last friday',
  late:
    'late, later, lateness, delay, delayed, tardy, behind, slow, slowly, trickle, hours after, days after, catch up, catching up, ' +
    'lag, lagging, lags, not arrived, not arrive, only turned up, only turn up, only showed up, only arrived, only arrive, only came, turned up later, showed up later, not come, not came, not comes, not come in, not here yet, overdue, takes ages, taking forever, too long, keep up, not keep up, ' +
    'still coming in, keeps going up, keep going up, keeps rising, drip in, comes in afterwards, filled in afterwards, ' +
    'trickling, come later, comes later, later on, in arrears, not in time, not on time, behind schedule, after the fact, ' +
    'belated, sluggish, slower, hours late, days late, backed up, only now arrive, still missing this morning, not yet, still not here, ' +
    'not come yet, ' +
    'keep pace, not keep pace, fall behind, falls behind, falling behind, fell behind, not follow, too slow, widening gap, growing gap, ' +
    'gap grows, gap keeps growing, gap widens, straggle, catching on, tomorrow morning, laggy, lagged, latecomer, latecomers',
  waiting:
    'queue, queued, queue is full, piling up, pile up, piled up, backlog, waiting, wait, stacked up, stacking up, build up, building up, ' +
    'pending, awaiting, on hold, paused, in line, not scheduled, not starting, not started, nothing runs, nothing is running, stuck, blocked, hanging, hung, hang, hangs, ' +
    'held up, hold up, bottleneck, jam, jammed, congested, congestion, stalled, stall, stalls, idle, no free slot, in the queue, behind ' +
    'another, not start, not begin, ' +
    'nothing happens, not begun, in front of, in the way, take all slots, takes all slots, no workers free, occupied, hogs, hogging, ' +
    'behind it',
  duplicate:
    'duplicate, duplicated, duplication, dupe, dupes, dup, dups, deduplicate, deduplication, dedup, dedupe, double, doubled, doubles, doubling, twice, ' +
    'two times, three times, triple, tripled, copy, copies, repeated, more than once, again and again, inflated, inflate, too high, too many clicks, too many events, too many rows, too many records, too many views, too many page views, too many sessions, too many messages, ' +
    'collision, already there, already inserted, already loaded, ran two times, uniqueviolation, counted again, written again, wrote again, inserted again, sent again, loaded again, over counted, overcounted, double counted, ' +
    'already exists, replayed, identical rows, same row, same record, same event, unusually high, spike, spiked, way up, went up, ' +
    'multiplied, multiple times, several times, redundant, clone, cloned, clones, repeat, repeats, repeating, over and over, all over ' +
    'again, doubly, too often, collide, two of each, two of everything, everything twice, re-sent, ' +
    'counted double, count double, two copies, extra rows, extra copies, extra records, more rows than, too many lines, same again, the ' +
    'same again, each event twice, surplus',
  mismatch:
    'mismatch, mismatched, discrepancy, discrepant, differ, differs, differing, difference, different, disagree, disagrees, not agree, not match, ' +
    'not matching, not add up, not tie, not tie out, not tie up, not reconcile, reconcile, reconciliation, out of balance, not balance, not balanced, ' +
    'unbalanced, off by, is off, are off, inconsistent, inconsistency, not equal, not the same, contradict, contradicts, not consistent, ' +
    'delta, diff, recon, does not fit, which is right, which one is right, which is correct, who is right, two versions, variance, not square, ' +
    'not identical, unequal, diverge, diverges, deviate, deviates, deviation, not line up, out of sync, not in line, conflict, ' +
    'conflicts, conflicting, wrong number, wrong figure, wrong total, wrong amount, wrong sum, incorrect, inaccurate, not correct, not ' +
    'right, short by, over by, out by, discrepancies, imbalance, two answers, gap between, not correspond, versus, ' +
    'come up short, comes up short, come out short, a bit short, too short by, compared with, compare with, only in one of, in one ' +
    'place, in one but not, contradictory, dispute, disputed, disagreement, differ by, apart, two figures, two values, two ' +
    'numbers, not the one',
  missing:
    'missing, miss, gap, gaps, hole, holes, skip, skips, skipped, not there, absent, lacks, lack, incomplete, not complete, not finished, not finish, ' +
    'half, partly, partial, unfinished, not written, never written, no row, no rows, no data, not exist, dropped out, falls to zero, drops to nothing, ' +
    'drops to zero, left out, never ran, not run, stopped halfway, halfway, ' +
    'nowhere, not to be found, cannot find, not present, lacking, omitted, forgotten, not delivered, not made, not produced, not ' +
    'created, not generated, not included, only part, only some, ' +
    'not all of, part of it, only half, only two of, cut off, cut short, broke off, breaks off, stopped early, ended too early',
  gap:
    'gap, gaps, hole, holes, skip, skips, skipped, skipping, missing day, missing days, missing date, missing dates, day missing, days missing, day is missing, ' +
    'dates missing, half a day, incomplete day, falls to zero, drops to nothing, drops to zero, drop to zero, break in the line, interrupted, discontinuity, ' +
    'jump over, jumps over, dates lacking, lack dates, lacks dates, ' +
    'no points, no point, points missing, missing points, line ends, line stops, flat line, flatline, white space in the chart, jump in ' +
    'time',
  blank:
    'blank, blanks, empty, null, nulls, nan, nans, na, n/a, not available, infinity, infinite, inf, not a number, undefined, no value, ' +
    'no number, no figure, question marks, dashes, nothing in the cell, not-a-number, invalid value, missing value, missing values, ' +
    'show nothing, shows nothing, no result, not computed, not calculated, cannot be calculated, hyphen, error value, not populated, ' +
    'not filled, not filled in, no reading, ' +
    'white box, white cell, vanished number, cannot be shown, can not be shown, not shown, error sign, hash signs, hash marks, nothing ' +
    'to show, no denominator, dashes only',
  'zero-division':
    'division by zero, divide by zero, divided by zero, dividing by zero, / by zero, #div/0, div/0, div0, divisor is zero, divisor is equal to zero, ' +
    'zero denominator, denominator is zero, divisionbyzero, zerodivisionerror, divide_by_zero, by zero, denominator zero, empty denominator, ' +
    'divided by nothing, divide by nothing, no denominator',
  lost:
    'no clicks, no events, no messages, no sessions, lost, lose, losing, loss, vanish, vanished, disappear, disappeared, gone, deleted, data loss, dropped, thrown away, evaporated, for good, ' +
    'wiped, erased, destroyed, irrecoverable, unrecoverable, never stored, never recorded, not recorded, not stored, not saved, not ' +
    'collected, not captured, never saved, purged, discarded, no longer there, ' +
    'not come back, never got, never got here, unaccounted, cannot be recovered, not be recovered, beyond recovery, swallowed, not ' +
    'keep, not kept',
  down:
    'down, downtime, outage, dead, die, died, dies, crash, crashed, crashes, crashing, unreachable, not reachable, offline, unavailable, ' +
    'not available, not responding, not respond, not answering, not answer, connection refused, cannot connect, not connect, went away, ' +
    'reboot, rebooted, restart, restarted, not come back, not come up, not start up, fell over, node may not be available, could not be established, broken down, no leader, without a leader, lost a leader, ' +
    'went down, go down, not up, unresponsive, no connection, lost connection, connection lost, lost power, power cut, power failure, ' +
    'hardware failure, collapsed, not running any more, no longer reachable, not reach, cannot reach, ' +
    'broke down, breaks down, dropped off the network, not there any more, not online, taken down, is out, was out, out of service, out ' +
    'of order, no power, blackout',
  failed:
    'fail, failed, fails, failing, failure, abort, aborted, kill, killed, blew up, blow up, blows up, blown up, die, died, dies, dying, crash, ' +
    'crashed, crashes, crashing, broke, broken, breaks, =errored, terminated, stopped, stop, keeled over, gave up, falls over, fell over, red, ' +
    'collapse, collapses, bombed, bombs, unsuccessful, not succeed, exited, blow, bails out, croaked, crashed again, ' +
    'gives up, give up, quits, quit, throws, threw, bails, goes down, ends early, ended early, not finishing, never finishes, tips ' +
    'over, falls down',
  memory:
    'memory, ram, oom, oomkilled, oom killed, out of memory, outofmemory, heap, heap space, memory exceeded, exceeded memory, memory limit, run out of memory, ' +
    'ran out of memory, ran out of ram, not enough memory, gc overhead, exit code 137, exit status 137, sigkill 137, memory error, memoryerror, ' +
    'outofmemoryerror, too big, too large, eats memory, swap, ' +
    'memory pressure, memory full, full memory, too little memory, memory usage, swapping, ' +
    'no memory, low memory, low on memory, short of memory, lack of memory, memory runs out, memory ran out, runs out of memory, more ' +
    'memory, bigger heap',
  join:
    'join, joins, joining, joined, merge, merges, merging, merged, combine, combining, broadcast, shuffle, ' +
    'put together, puts together, putting together, bring together, brought together, unify',
  large:
    'large, big, huge, giant, massive, enormous, volume, volumes, bulky, skew, skewed, ' +
    'oversized, gigantic, too much data, ' +
    'half the rows, most of the rows, most rows, uneven, unevenly, imbalanced, lopsided, hot key, hotspot, hot spot',
  approve:
    'sign off, signed off, sign-off, signoff, sign, signs, signed, signature, approve, approved, approves, approval, verify, verified, verifies, verification, ' +
    'confirm, confirmed, confirms, confirmation, approver, unverified, unconfirmed, unapproved, certify, certified, attest, attested, audited, unaudited, green light, go ahead, release, publish, published, ' +
    'okay from, permission, clearance, cleared, validate, validated, validation, endorse, endorsed, blessing, vetted, authorize, ' +
    'authorized, authorization, signing, put their name, =checked, ' +
    'allowed, =permitted, hand over, hand out, go out, give out, stamp, signatory, consent',
  accountant:
    'accountant, accountants, auditor, auditors, audit, auditing, cpa, cpas, audit firm, accounting firm, outside accountant, external accountant, ' +
    'bookkeeper, chartered accountant, kpmg, deloitte, pwc, ' +
    'accounting company, cpa firm, external audit, outside auditor, external party, third party, outside party, outside person, ' +
    'external reviewer',
  evidence:
    'evidence, proof, supporting document, supporting documents, document, documents, paperwork, receipts, invoice, invoices, voucher, backup document',
  ledger:
    'ledger, gl, journal entry, acct, book, books, general ledger, accounting, accounts, account, trial balance, balance sheet, bookkeeping, journal, posting, postings, ' +
    'closed period, closed month, month end close, closing, ' +
    'erp, netsuite, sap, quickbooks, xero, accounting system, finance system, bookkeeping system',
  filing:
    '=filing, =filings, =filed, =statements, in the statement, financial statement, income statement, profit statement, annual statement, bank statement, returns, submission, regulatory report, official number, annual report, ' +
    'tax return, regulator, tax office, authorities, 10-k, 10-q',
  profit:
    'profit, profits, revenue, revenues, earnings, income, margin, p&l, pnl, turnover, net result, bottom line, ' +
    'sales, net income, gross income, ebit, ebitda',
  currency:
    'currency, exchange rate, fx, fx rate, conversion rate of currency, rate of exchange, forex, currencies',
  money: 'dollar, dollars, usd, eur, euro, euros, cents, money, pounds',
  figure:
    'figure, figures, number, numbers, amount, amounts, total, totals, kpi, kpis, metric, metrics, value, values, sum, sums, ' +
    'result, results, count, counts, statistic, statistics, stats',
  report:
    'report, reports, dashboard, dashboards, chart, charts, graph, graphs, tile, tiles, board report, board deck, deck, widget, plot, visualization, ' +
    'slide, slides, powerpoint, looker, tableau, power bi, powerbi, spreadsheet, ' +
    'summary, presentation, scorecard, sheet, excel, metabase, superset, bi tool, pdf',
  series:
    'time series, time-series, timeseries, trend, trend line, trendline, line chart, history, daily snapshot, per day, day by day, curve, ' +
    'timeline, over time',
  event:
    'event, events, visit, visits, tap, taps, click, clicks, message, messages, =activity, page view, page views, pageviews, session, sessions, impression, ' +
    'impressions, interaction, interactions, tracking, clickstream, engagement, time spent, usage, ' +
    'hit, hits, traffic, telemetry, action, actions, user actions, tracking data',
  broker:
    'broker, brokers, kafka node, kafka nodes, kafka server, kafka servers, kafka cluster, kafka machine, kafka machines, bootstrap server, ' +
    'message bus, event bus, message queue, message broker, messaging system, event hub, streaming cluster',
  consumer:
    'consumer, consumers, consumer group, loader, reader, subscriber, poller, sink, ingester, ingestion',
  producer: 'producer, producers, publisher, sender, client, clients',
  rebalance:
    'rebalance, rebalances, rebalanced, rebalancing, reassigned, kicked out of the group, leaves the group, left the group, thrashing',
  disk: 'disk, disks, disk space, no space left, out of space, storage, volume is full, disk full, filesystem',
  scheduler: 'airflow, scheduler, dag, dags, orchestrator, orchestration, cron, cron job, workflow, sensor',
  task: 'task, tasks, step, steps, job, jobs, run, runs, stage, ' + 'process, processes, script, batch',
  executor: 'executor, executors, container, containers, worker, workers, yarn, driver, pod',
  refill:
    'backfill, backfills, backfilling, back-fill, refill, refilling, fill in, rerun, re-run, reran, re-ran, reload, reprocess, reprocessing, replay, load again, catch up run, ' +
    'history load, historical load, load history, historical run, past data',
  retry:
    'retry, retries, retried, retrying, resend, resent, idempotent, idempotence, redelivered, at least once',
  rise: 'rise, rises, rising, rose, risen, grow, grows, growing, grew, increase, increases, increased, increasing, climb, climbs, climbed, go up, creep up, jump, jumped, jumps',
  product:
    'website, web site, app, apps, mobile app, front end, frontend, product, users of the app, browser',
  expense: 'expense, expenses, cost, costs, spending, salary, salaries, payroll, wages',
  executive: 'executive, executives, exec, execs, board, directors, leadership, c-suite, boardroom',
  low:
    'too low, lower than, low, dip, dipped, drop, dropped, drops, sag, sags, plunged, fell, fewer, half as many, almost nothing, ' +
    'too small, smaller, decrease, decreased, shrank, shrunk, halved, dent, half of normal, below normal',
}

/** Meanings that nearly every page has a word for: what has a fault, and not what the fault is. */
export const GENERAL: ReadonlySet<string> = new Set(
  [
    'figure',
    'report',
    'profit',
    'expense',
    'product',
    'executive',
    'rise',
    'event',
    'task',
    'money',
    'series',
    'scheduler',
    'failed',
  ].map((id) => `#${id}`),
)

/** Meanings that name the cause of a fault: a log states them as plainly as a signature would. */
export const PLAIN_MEANINGS: ReadonlySet<string> = new Set([
  '#zero-division',
  '#memory',
  '#disk',
  '#rebalance',
])
