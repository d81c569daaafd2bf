/** How the program's own update stands: for the window, and for whoever decides when it is installed. */
export type UpdateState =
  | { readonly kind: 'off'; readonly why: UpdatesOff }
  /** Nothing newer is known. `checkedAt`: when the server last said so; null before it did. */
  | { readonly kind: 'current'; readonly checkedAt: number | null }
  | { readonly kind: 'downloading'; readonly version: string }
  /** Downloaded and found whole. `wait`: what it waits for. `asked`: a person wants it as soon as that is over. */
  | {
      readonly kind: 'ready'
      readonly version: string
      readonly wait: InstallWait
      readonly asked: boolean
    }
  | { readonly kind: 'installing'; readonly version: string }
  /** What runs stays as it is. `version`: the one that failed; null where it was not even known. */
  | {
      readonly kind: 'failed'
      readonly why: UpdateFailure
      readonly version: string | null
      readonly at: number
    }

/**
 * Why there are no updates. `not-packaged`: it runs from a folder or in the browser host. `not-replaceable`: it was
 * installed in a way in which it can't replace itself.
 */
export type UpdatesOff = 'not-packaged' | 'not-replaceable' | 'switched-off' | 'no-server'

/**
 * What an update that is ready waits for. `call`: the last call. `after-call`: the quiet after it. `not-sure`: contact,
 * without which nobody knows whether there is a call. `quit`: the end of the program. `night`: the set time. `person`:
 * a click, since it failed once.
 */
export type InstallWait = 'call' | 'after-call' | 'not-sure' | 'quit' | 'night' | 'person'

/**
 * `unreachable`: the server, or the way to it. `damaged`: what came is not what was published, and was thrown away.
 * `unverified`: Windows couldn't say who signed what came, so it was thrown away.
 * `not-installed`: it was begun, and what runs is still the old one.
 */
export type UpdateFailure = 'unreachable' | 'damaged' | 'unverified' | 'not-installed'
