import { ownSystem, systemNamed, type SystemName } from '../../browser-host/simulated-system.ts'

/** The system that the tests run on: the one simulated by `npm run e2e -- --as=SYSTEM`, or the computer's own. */
export const systemOfTest = (): SystemName =>
  systemNamed(process.env['RINGSIDE_E2E_AS'] ?? '') ?? ownSystem(process.platform)
