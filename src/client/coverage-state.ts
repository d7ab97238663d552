import { coverageAt } from './coverage.ts'
import { keepCurrent } from './reader.ts'

/** Says whether a pipeline is watched at this moment. */
class CoverageState extends HTMLElement {
  connectedCallback() {
    const { coverage, zone, closed } = this.dataset
    const state = this.querySelector('.state')
    if (coverage === undefined || zone === undefined || !state) return
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
