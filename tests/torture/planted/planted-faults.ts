import { ACTING_FAULTS } from './acting-faults.ts'
import { CALL_LOG_FAULTS } from './call-log-faults.ts'
import type { PlantedFault } from './planted-fault.ts'
import { SESSION_FAULTS } from './session-faults.ts'

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  ...SESSION_FAULTS,
  ...ACTING_FAULTS,
  ...CALL_LOG_FAULTS,
]
