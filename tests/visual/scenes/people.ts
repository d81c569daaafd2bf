import type { Phone } from '../../../core/domain.ts'

export const NOA: Phone = {
  kind: 'number',
  received: '0501234567',
  national: '050-123-4567',
  international: '+972 50 123 4567',
  e164: '+972501234567',
}

export const BRIGHTWATER: Phone = {
  kind: 'number',
  received: '00442079460958',
  national: '+44 20 7946 0958',
  international: '+44 20 7946 0958',
  e164: '+442079460958',
}

export const WITHHELD: Phone = { kind: 'withheld', received: 'Anonymous' }
