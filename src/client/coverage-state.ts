import { coverageAt } from './coverage.ts'
import { keepCurrent } from './reader.ts'

/** Says whether a pipeline is watched at this moment. */
class CoverageState extends HTMLElement {
  connectedCallback() {
    const { coverage: kind, zone, end, hours = '', closed } = this.dataset
    const state = this.querySelector('.state')
    if (kind === undefined || zone === undefined || !state) return
    const [opens = '', closes = ''] = hours.split(' ')
    const watched = {
      kind,
      zone,
      opens,
      closes,
      closed: new Set(closed?.split(' ')),
      end: Number(end) * 60_000,
    }
    keepCurrent((now) => {
      const { isOn, text, next = watched.end } = coverageAt(now, watched)
      state.textContent = text
      state.classList.toggle('on', isOn)
      state.classList.toggle('off', !isOn)
      return Math.min(next, watched.end)
    })
  }
}

customElements.define('coverage-state', CoverageState)
