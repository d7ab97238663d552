import { coverageAt } from './coverage.ts'
import { element, keepCurrent } from './reader.ts'

/** Says whether a pipeline is watched at this moment. */
class CoverageState extends HTMLElement {
  connectedCallback() {
    const { coverage, zone, closed } = this.dataset
    if (coverage === undefined || zone === undefined) return
    const state = element('span', { className: 'state' })
    this.prepend(state, ' ')
    const days = new Set(closed?.split(' '))
    keepCurrent((now) => {
      const { isOn, text, next } = coverageAt(now, coverage, zone, days)
      state.textContent = text
      state.classList.toggle('on', isOn)
      state.classList.toggle('off', !isOn)
      return next
    })
  }
}

customElements.define('coverage-state', CoverageState)
