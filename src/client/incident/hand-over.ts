import sheetStyle from '../../styles/sheet.css?url'
import { copyText, selectText } from '../clipboard.ts'
import { element, whenForBoth } from '../dom.ts'
import { MAX_LINK, toFragment } from './hand-over-link.ts'
import { incidentBy, update, type Incident } from './store.ts'
import { deadlineWords } from './time-left.ts'

/** What goes to whoever takes over: a text for the chat, and a link that opens the same state on another device. */
export function openHandOver(id: string): void {
  const incident = incidentBy(id)
  if (!incident) return
  const notes = element('textarea', {
    rows: 3,
    value: incident.notes,
    id: 'hand-over-notes',
    maxLength: 1500,
  })
  const text = element('textarea', { rows: 10, readOnly: true, id: 'hand-over-text' })
  const status = element('p', { role: 'status', className: 'small' })
  const shared = Object.entries(incident.values).map(([name, value]) => {
    const box = element('input', { type: 'checkbox', checked: true, name })
    return { box, name, label: element('label', {}, box, ` ${name}: `, element('code', {}, value)) }
  })

  const redraw = async () => {
    const kept = incidentBy(id) ?? incident
    const values = Object.fromEntries(
      shared.filter(({ box }) => box.checked).map(({ name }) => [name, kept.values[name] ?? '']),
    )
    const page = new URL(kept.path, location.href).href
    const { fragment, leftOut } = await toFragment({ ...kept, values }, page.length)
    text.value = handOverText({ ...kept, values }, page + fragment)
    status.textContent =
      leftOut.length > 0
        ? `The link would be longer than ${String(MAX_LINK)} characters. It leaves out ${new Intl.ListFormat('en').format(leftOut)}: the text has the notes, the values and how many steps are done.`
        : ''
  }
  notes.addEventListener('input', () => {
    update(id, (kept) => {
      kept.notes = notes.value
    })
    void redraw()
  })

  const copy = element('button', { type: 'button', className: 'button' }, 'Copy text and link')
  copy.addEventListener('click', () => {
    void copyText(text.value).then((isCopied) => {
      if (!isCopied) {
        text.select()
        selectText(text)
      }
      status.textContent = isCopied ? 'Copied.' : 'The text is selected: copy it now.'
    })
  })
  // Its styles come with the first one: most readers hand nothing over.
  if (!document.querySelector(`link[href="${sheetStyle}"]`))
    document.head.append(element('link', { rel: 'stylesheet', href: sheetStyle }))
  const dialog = element(
    'dialog',
    { className: 'sheet', ariaLabel: 'Hand over the incident' },
    element('h2', {}, 'Hand over the incident'),
    element('label', { htmlFor: notes.id }, 'Notes'),
    notes,
    ...(shared.length > 0
      ? [
          element(
            'fieldset',
            {},
            element('legend', {}, 'Values to share'),
            ...shared.map(({ label }) => label),
          ),
        ]
      : []),
    element('label', { htmlFor: text.id }, 'Text for the chat'),
    text,
    element(
      'p',
      { className: 'small soft' },
      'Whoever opens the link has the same steps ticked. The state is in the part of the link that browsers send to no server; whoever has the link can read it.',
    ),
    status,
    element('p', { className: 'row' }, copy, ...shareButton(text), closeButton()),
  )
  dialog.addEventListener('change', () => void redraw())
  dialog.addEventListener('close', () => {
    dialog.remove()
    // The bar has been drawn again meanwhile, and the button that opened this is no more: its place has the one of now.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('#incident button')?.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  void redraw()
}

function closeButton(): HTMLElement {
  const close = element('button', { type: 'button' }, 'Close')
  close.addEventListener('click', () => {
    close.closest('dialog')?.close()
  })
  return close
}

function shareButton(text: HTMLTextAreaElement): HTMLElement[] {
  if (!('share' in navigator)) return []
  const share = element('button', { type: 'button' }, 'Share')
  share.addEventListener('click', () => {
    navigator.share({ text: text.value }).catch(() => undefined)
  })
  return [share]
}

/** What a person who takes over has to know, in the order in which they ask. */
function handOverText(incident: Incident, link: string, now = Date.now()): string {
  const { title, started, zone, deadlines, pages, next, values, notes } = incident
  const when = (instant: number) =>
    zone === undefined
      ? `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`
      : whenForBoth(instant, zone)
  const steps = Object.values(pages).map(({ title: page, total, done }) => {
    const count = Object.values(done).filter(Boolean).length
    return `- ${page}: ${String(count)} of ${String(total)} steps done`
  })
  const onCall = document.querySelector('on-call-now .watch-name > a')?.textContent.trim()
  return [
    `Incident: ${title}`,
    started === undefined ? 'Start: not entered' : `Started: ${when(started)}`,
    ...(deadlines ? [`Deadline: ${deadlineWords(deadlines, now)}`] : []),
    ...steps,
    ...(next === undefined ? [] : [`Next step: ${next}`]),
    ...Object.entries(values).map(([name, value]) => `${name}: ${value}`),
    ...(notes.trim() === '' ? [] : [`Notes: ${notes.trim()}`]),
    ...(onCall ? [`On call now: ${onCall}`] : []),
    `Open it with its ticks: ${link}`,
  ].join('\n')
}
