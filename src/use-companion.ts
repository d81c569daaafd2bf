import { inject, type InjectionKey } from 'vue'
import type { Companion, RequestChannel, Requests } from '../core/ipc/channels.ts'

/** Main, as stores use it. */
export interface Main extends Companion {
  /** A request whose response is null if main gave none. */
  ask<C extends RequestChannel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]> | null>
  /** A request whose result is in the next state. */
  send<C extends RequestChannel>(channel: C, ...args: Parameters<Requests[C]>): Promise<void>
}

/** The companion that the app was given. Works in stores and in setup. Throws Error if none was provided. */
export function useCompanion(): Main {
  const companion = inject(companionKey)
  if (companion === undefined) throw new Error('no companion was provided')
  return {
    ...companion,
    ask: (channel, ...args) => companion.request(channel, ...args).catch(() => null),
    send: (channel, ...args) =>
      companion.request(channel, ...args).then(
        () => undefined,
        () => undefined,
      ),
  }
}

export const companionKey: InjectionKey<Companion> = Symbol('companion')

/** The outcome of a request for something that main can't do either, if main gave no response. */
export const asFailed = (): { readonly kind: 'failed' } => ({ kind: 'failed' })
