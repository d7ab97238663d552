import { coverageAt } from './coverage.ts'
import { keepCurrent } from './dom.ts'

/** Says whether a pipeline is watched at this moment; before the rota and past the end of the data, that nobody is known to. */
class CoverageState extends HTMLElement {
  connectedCallback() {
    const { coverage, zone, hours = '', closed, from, begins = '', end, ended = '' } = this.dataset
    const state = this.querySelector('.state')
    if (coverage === undefined || zone === undefined || !state) return
    const days = new Set(closed?.split(' '))
    const [first, last] = [Number(from), Number(end)]
    keepCurrent((now) => {
      const isEarly = now < first
      const isKnown = !isEarly && now < last
      const {
        isOn,
        text,
        next = last,
      } = isKnown
        ? coverageAt(now, coverage, zone, hours, days)
        : { isOn: false, text: isEarly ? begins : ended }
      state.textContent = text
      state.className = `state ${isOn ? 'on' : 'off'}`
      if (isEarly) return first
      return isKnown ? Math.min(next, last) : undefined
    })
  }
}

customElements.define('coverage-state', CoverageState)
