import './copy-code.ts'
import './steps.ts'
