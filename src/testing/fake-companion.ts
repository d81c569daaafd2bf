import type { Companion, PushChannel, Pushes, RequestChannel, Requests } from '../../core/ipc/channels.ts'
import { aDay, aPopupView, aReport, aSettingsView, aState, aTeam } from './samples.ts'

type Answers = { [C in RequestChannel]?: (...args: Parameters<Requests[C]>) => ReturnType<Requests[C]> }

/** A fake main: responds as configured, records its requests, and pushes when the test asks for it. */
export interface FakeCompanion extends Companion {
  /** Each request as `[channel, …arguments]`, in order. */
  readonly asked: readonly (readonly unknown[])[]
  push<C extends PushChannel>(channel: C, ...args: Parameters<Pushes[C]>): void
  listeners(channel: PushChannel): number
}

const nothing = (): void => undefined

const ANSWERS: Answers = {
  'state:read': () => aState(),
  'settings:read': () => aSettingsView(),
  'settings:change': () => ({ kind: 'saved' }),
  'account:test': () => ({ kind: 'no-code' }),
  'account:save': () => ({ kind: 'saved' }),
  'call:copy': () => ({ kind: 'copied' }),
  'call:copy-as': () => ({ kind: 'copied' }),
  'template:preview': () => ({ errors: [], result: { kind: 'empty' }, sample: true }),
  'recording:mute': nothing,
  'recording:fix': nothing,
  'recording:dismiss': nothing,
  'page:open': () => ({ kind: 'opened' }),
  'page:dry-run': () => ({ problems: [], refusals: {}, pops: [], sample: true }),
  'webhook:secret': () => ({ kind: 'saved' }),
  'history:label': () => true,
  'queue:copy': () => ({ kind: 'copied' }),
  'team:read': () => aTeam(),
  'team:copy': () => ({ kind: 'copied' }),
  'dial:call': nothing,
  'dial:waiting': nothing,
  'dial:colleague': nothing,
  'dial:text': nothing,
  'dial:confirm': nothing,
  'dial:close': nothing,
  'dial:hang-up': nothing,
  'dial:close-hang-up': nothing,
  'view:look': nothing,
  'missed:clear': nothing,
  'missed:dismiss': () => true,
  'missed:restore': nothing,
  'call-log:open-recording': () => true,
  'call-log:read-now': nothing,
  'history:read': () => ({ calls: [], next: null }),
  'history:note': () => true,
  'history:count-caller': () => 1,
  'history:forget': () => ({ kind: 'deleted', calls: 1 }),
  'history:export': () => ({ kind: 'exported', file: 'calls.csv' }),
  'history:show-export': nothing,
  'book:read': () => ({ entries: [], found: 0, total: 0, trouble: null }),
  'book:of-call': () => null,
  'book:save': () => ({ kind: 'saved', id: 1 }),
  'book:remove': () => ({ kind: 'removed' }),
  'book:restore': () => ({ kind: 'saved', id: 1 }),
  'book:import': () => ({ kind: 'cancelled' }),
  'book:export': () => ({ kind: 'exported', file: 'book.csv' }),
  'book:show-export': nothing,
  'day:read': () => aDay(),
  'report:read': () => aReport(),
  'alerts:test': () => ({ notification: 'shown', popup: 'shown', tray: 'given', sound: 'given' }),
  'alerts:system': () => ({ doNotDisturb: 'unknown', hasSwitch: true, popup: 'possible', screens: [] }),
  'alerts:open-system': () => true,
  'popup:read': () => aPopupView(),
  'popup:drawn': nothing,
  'popup:drag': nothing,
  'popup:drop': nothing,
  'popup:hold': nothing,
  'popup:open': nothing,
  'popup:note': nothing,
  'popup:dismiss': nothing,
  'alerts:pause': nothing,
  'keys:record': nothing,
  'updates:check': nothing,
  'updates:install': nothing,
  'poll:now': nothing,
  'problem:record': nothing,
  'problem:stop': nothing,
  'diagnostics:read': () => 'Ringside 0',
  'diagnostics:copy': () => ({ kind: 'copied' }),
  'demo:start': () => ({ kind: 'started' }),
  'demo:stop': nothing,
  'window:hide': nothing,
  'window:hover': nothing,
  'window:hold': nothing,
  'window:unfold': nothing,
  'window:fit': nothing,
}

export function fakeCompanion(answers: Answers = {}): FakeCompanion {
  const all: Answers = { ...ANSWERS, ...answers }
  const asked: (readonly unknown[])[] = []
  const heard: { readonly [C in PushChannel]: Set<Pushes[C]> } = {
    state: new Set(),
    settings: new Set(),
    team: new Set(),
    show: new Set(),
    sound: new Set(),
    popup: new Set(),
    shape: new Set(),
  }
  return {
    asked,
    request: async <C extends RequestChannel>(channel: C, ...args: Parameters<Requests[C]>) => {
      asked.push([channel, ...args])
      await Promise.resolve()
      const answer = all[channel]
      if (answer === undefined) throw new Error(`this test has no answer to ${channel}`)
      return answer(...args)
    },
    on(channel, listener) {
      heard[channel].add(listener)
      return () => heard[channel].delete(listener)
    },
    push(channel, ...args) {
      for (const listener of heard[channel]) Reflect.apply(listener, undefined, args)
    },
    listeners: (channel) => heard[channel].size,
  }
}
