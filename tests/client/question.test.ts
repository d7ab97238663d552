import { describe, expect, it } from 'vitest'
import { questionOf } from '../../src/client/answers/question.ts'

const known = {
  today: '2026-11-26',
  people: ['Engineer A', 'Engineer B'],
  holidays: ['Thanksgiving Day', 'Christmas Day', "New Year's Day"],
}
const ask = (text: string) => questionOf(text, known)

describe('a search that asks for a fact', () => {
  it.each([
    ['who is on call', { kind: 'now' }],
    ['On-call now?', { kind: 'now' }],
    ['who is on call tonight', { kind: 'now' }],
    ['phone number', { kind: 'contact' }],
    ['how do I reach the team', { kind: 'contact' }],
    ['second on call', { kind: 'second' }],
    ['christmas', { kind: 'holiday', name: 'Christmas Day' }],
    ['who covers christmas', { kind: 'holiday', name: 'Christmas Day' }],
    ["who works on new year's", { kind: 'holiday', name: "New Year's Day" }],
    ['holidays', { kind: 'holidays' }],
    ['25 dec', { kind: 'date', date: '2026-12-25' }],
    ['who is on call on December 25th', { kind: 'date', date: '2026-12-25' }],
    ['3 jan', { kind: 'date', date: '2027-01-03' }],
    ['4 july 2027', { kind: 'date', date: '2027-07-04' }],
    ['2027-02-01', { kind: 'date', date: '2027-02-01' }],
    ['tomorrow', { kind: 'date', date: '2026-11-27' }],
    ['who is on call friday', { kind: 'date', date: '2026-11-27' }],
    ['thursday', { kind: 'date', date: '2026-11-26' }],
    ['Engineer B', { kind: 'person', place: 1 }],
    ['when is engineer a on call next', { kind: 'person', place: 0 }],
    ['swap', { kind: 'change' }],
    ['swap friday', { kind: 'change' }],
    ['how do I swap my shift', { kind: 'change' }],
    ['leave', { kind: 'leave' }],
    ['request vacation', { kind: 'leave' }],
    ['my next day off', { kind: 'off' }],
    ['subscribe', { kind: 'subscribe' }],
    ['add to google calendar', { kind: 'subscribe' }],
    ['severity', { kind: 'severity' }],
    ['what does sev1 mean', { kind: 'severity' }],
    ['sla', { kind: 'sla' }],
    ['what changed this week', { kind: 'changed' }],
    ["what's new", { kind: 'changed' }],
    ['recent changes', { kind: 'changed' }],
    ['hours left to the SLA', { kind: 'sla' }],
  ])('%s: %j', (text, question) => {
    expect(ask(text)).toEqual(question)
  })

  it.each([
    '',
    '   ',
    'consumers leave the group',
    'late data',
    'the calendar job is late',
    'swap space is full',
    'out of memory',
    'december figures are wrong',
    '30 feb',
    '2026-02-30',
    'page fault',
    'severity of duplicate events',
    'call to undefined function',
    'day 3 is missing',
    'schema changed',
    'new rows',
    'x'.repeat(90),
    'on call\nat Foo.bar(Foo.java:3)',
  ])('is no other search: %j', (text) => {
    expect(ask(text)).toBeUndefined()
  })
})
