import type { PushChannel, RequestChannel } from '../../core/contract.ts'

// Written as records so that a channel that the contract gains or loses does not compile here.
const REQUESTS: Readonly<Record<RequestChannel, true>> = {
  'state:read': true,
  'settings:read': true,
  'settings:change': true,
  'account:test': true,
  'account:save': true,
  'call:copy': true,
  'call:copy-as': true,
  'template:preview': true,
  'recording:mute': true,
  'recording:mend': true,
  'recording:dismiss': true,
  'page:open': true,
  'page:dry-run': true,
  'webhook:secret': true,
  'queue:copy': true,
  'team:read': true,
  'team:copy': true,
  'view:look': true,
  'missed:clear': true,
  'history:read': true,
  'history:note': true,
  'history:label': true,
  'history:forget': true,
  'history:export': true,
  'report:read': true,
  'alerts:test': true,
  'alerts:system': true,
  'alerts:open-system': true,
  'alerts:pause': true,
  'keys:record': true,
  'updates:check': true,
  'updates:install': true,
  'poll:now': true,
  'problem:record': true,
  'problem:stop': true,
  'demo:start': true,
  'demo:stop': true,
  'window:hide': true,
  'popup:read': true,
  'popup:drawn': true,
  'popup:open': true,
  'popup:dismiss': true,
}
const PUSHES: Readonly<Record<PushChannel, true>> = {
  state: true,
  settings: true,
  team: true,
  show: true,
  sound: true,
  popup: true,
}

/** The channels that the window may use: nothing else passes the preload. */
export const isRequestChannel = (name: string): name is RequestChannel => Object.hasOwn(REQUESTS, name)
export const isPushChannel = (name: string): name is PushChannel => Object.hasOwn(PUSHES, name)
