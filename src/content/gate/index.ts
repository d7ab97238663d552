export { addressProblem, imageProblem, type AddressProblem } from './addresses.ts'
export { COMPONENTS } from './components.ts'
export { gateProblems } from './gate.ts'
export { GATE_RULES, type GateProblem, type GateRule } from './problem.ts'
