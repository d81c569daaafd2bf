import type { Argument } from './argument.ts'

type Signature = (...args: never) => unknown
type Asker = 'window' | 'popup' | 'both'

/** A request of the contract: who may send it, and with which arguments. */
export interface Request<F extends Signature> {
  readonly by: Asker
  readonly args: readonly Argument<unknown>[]
  /** The arguments as read; null for invalid ones. */
  readonly read: (raw: readonly unknown[]) => Parameters<F> | null
  /** For the compiler only. */
  readonly signature?: F
}

/** A request whose arguments only main can read, with what it knows; electron/main/ipc/read-arguments.ts has a reader for it. */
export interface RequestReadInMain<F extends Signature> {
  readonly by: Asker
  readonly args: null
  readonly read: null
  readonly signature?: F
}

const request =
  (by: Asker) =>
  <F extends Signature, A extends readonly unknown[] = Parameters<F>>(
    ...args: { readonly [K in keyof A]: Argument<A[K]> }
  ): Request<F> => ({
    by,
    args,
    read(raw) {
      if (raw.length !== args.length) return null
      const values = args.map(({ read }, at) => read(raw[at]))
      return isWhole<F>(values) ? values : null
    },
  })

const isWhole = <F extends Signature>(values: readonly unknown[]): values is Parameters<F> =>
  !values.includes(undefined)

export const byWindow = request('window')
export const byPopup = request('popup')
/** What both the popup and the window may request: what the popup needs to show a ring, and what can be done about it. */
export const byBoth = request('both')
export const readInMain = <F extends Signature>(): RequestReadInMain<F> => ({
  by: 'window',
  args: null,
  read: null,
})

/** What main sends to a window without a request. */
export interface Push<F extends Signature> {
  /** For the compiler only. */
  readonly signature?: F
}

export const push = <F extends Signature>(): Push<F> => ({})
