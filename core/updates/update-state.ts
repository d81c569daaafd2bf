/** The state of the program's own update: for the window, and for deciding when to install it. */
export type UpdateState =
  | { readonly kind: 'off'; readonly why: UpdatesOff }
  /** Nothing newer is known. `checkedAt`: when the server last said so; null before it did. */
  | { readonly kind: 'current'; readonly checkedAt: number | null }
  | { readonly kind: 'downloading'; readonly version: string }
  /** Downloaded and verified. `wait`: what it waits for. `asked`: the user wants it as soon as that is over. */
  | {
      readonly kind: 'ready'
      readonly version: string
      readonly wait: InstallWait
      readonly asked: boolean
    }
  | { readonly kind: 'installing'; readonly version: string }
  /** The installed version stays. `version`: the one that failed; null if unknown. */
  | {
      readonly kind: 'failed'
      readonly why: UpdateFailure
      readonly version: string | null
      readonly at: number
    }

/**
 * Why there are no updates. `not-packaged`: it runs from a folder or in the browser host. `not-replaceable`: it was
 * installed in a way that doesn't let it replace itself.
 */
export type UpdatesOff = 'not-packaged' | 'not-replaceable' | 'switched-off' | 'no-server'

/**
 * What a ready update waits for. `call`: the end of the current call. `after-call`: the end of the quiet period
 * after it. `not-sure`: a connection, without which it is unknown whether there is a call. `quit`: the user quitting.
 * `night`: the time set for it. `person`: a click, because installing failed once.
 */
export type InstallWait = 'call' | 'after-call' | 'not-sure' | 'quit' | 'night' | 'person'

/**
 * `unreachable`: the server can't be reached. `damaged`: the download differs from what was published, and was discarded.
 * `unverified`: Windows couldn't verify the signer of the download, so it was discarded.
 * `not-installed`: it was started, but the old version is still running.
 */
export type UpdateFailure = 'unreachable' | 'damaged' | 'unverified' | 'not-installed'
