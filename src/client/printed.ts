import { element } from './dom.ts'

/** Says on paper when it was printed and from where: what is true now, as who is on call, is not for ever. */
const stamp = element('p', { className: 'small soft' })

function put(): void {
  const changed = document.querySelector('.page-foot [data-report]')?.getAttribute('data-report') ?? ''
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const
  const now = new Date().toLocaleString('en-GB', { ...day, ...time })
  stamp.textContent = `As of ${now} (your time), from ${location.origin}${location.pathname}${changed === '' ? '' : `, changed on ${changed}`}`
  document.querySelector('main')?.prepend(stamp)
}

addEventListener('beforeprint', put)
addEventListener('afterprint', () => {
  stamp.remove()
})
