import type { DiallingView, DialView } from '../../../core/dialling/dialling-view.ts'
import { aCall, aMissedCall, aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { BRIGHTWATER, NOA } from './people.ts'

const dial: DialView = {
  id: '5e0c1f9a-0a8e-4a65-8d57-2f8a3d1f7a10',
  stage: 'confirming',
  reached: null,
  phone: NOA,
  name: 'Noa Cohen',
  target: '972501234567',
  extension: 'SIPSIP2',
  why: null,
  since: NOW - 2_000,
}

const MISSED = [
  aMissedCall({ phone: NOA, name: 'Noa Cohen' }),
  aMissedCall({ ivrid: 'm2', phone: BRIGHTWATER, seen: true }),
]

const own = aCall({
  ...{
    ivrid: 'own',
    phone: NOA,
    name: '',
    direction: 'click-to-call',
    phase: 'dialing',
    statusWord: 'Ringing',
  },
  ...{ startedAt: NOW - 3_000, phaseSince: NOW - 3_000, rangHere: false, did: null },
})
const talk = aCall({
  ...{
    ivrid: 'talk',
    phone: NOA,
    name: 'Noa Cohen',
    direction: 'click-to-call',
    phase: 'talking',
    did: null,
  },
  ...{
    answered: true,
    connected: true,
    startedAt: NOW - 90_000,
    answeredAt: NOW - 80_000,
    phaseSince: NOW - 80_000,
  },
})

const shows = (
  change: Partial<DiallingView>,
  calls: readonly (typeof own)[] = [],
  missed = MISSED,
): NonNullable<Scene['main']> => ({
  'state:read': () =>
    aState(
      { calls },
      { missed, dialling: { from: 'SIPSIP2', hangsUp: 'SIPSIP2', dial: null, hangUp: null, ...change } },
    ),
})

/** Placing a call and ending one. */
export const DIALLING_SCENES: readonly Scene[] = [
  { name: 'dial-missed', title: 'Missed calls that can be called back', main: shows({}) },
  {
    name: 'dial-confirm',
    title: 'The confirmation before a call',
    main: shows({ dial }),
    steps: [{ see: 'dialog' }],
  },
  {
    name: 'dial-colleague',
    title: 'The confirmation before calling a colleague',
    main: shows({
      dial: { ...dial, phone: { kind: 'name', received: 'SIPSIP1' }, name: 'Yael Mor', target: 'SIPSIP1' },
    }),
    steps: [{ see: 'dialog' }],
  },
  {
    name: 'dial-field',
    title: 'The field for a number',
    main: shows({}),
    steps: [{ press: '[aria-keyshortcuts="Control+K"]' }, { see: 'dialog' }],
  },
  {
    name: 'dial-own-leg',
    title: 'The agent’s own phone ringing first',
    main: shows({ dial: { ...dial, stage: 'own-leg' } }, [own]),
  },
  {
    name: 'dial-refused',
    title: 'A refused call',
    main: shows({
      dial: { ...dial, stage: 'refused', why: { kind: 'declined', why: 'blocked', code: '4', message: '' } },
    }),
  },
  {
    name: 'dial-unknown',
    title: 'A call that may have been placed, and an unconfirmed hang-up',
    main: shows({ dial: { ...dial, stage: 'unknown' }, hangUp: { stage: 'unconfirmed', why: null } }, [talk]),
  },
  {
    name: 'hang-up',
    title: 'The confirmation before hanging up',
    main: shows({}, [talk], []),
    steps: [{ press: 'button.hang-up' }, { see: '.ask' }],
  },
]
