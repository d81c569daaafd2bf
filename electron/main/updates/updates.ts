import { dequal } from 'dequal'
import type { Clock } from '../../../core/clock.ts'
import type { AgentState } from '../../../core/domain.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { decideInstall } from '../../../core/updates/decide-install.ts'
import type { UpdateFailure, UpdatesOff, UpdateState } from '../../../core/updates/update-state.ts'
import type { Logger } from '../system/log.ts'
import { updateFailure, type UpdateSource } from './update-source.ts'
import type { UpdateNote } from './update-note.ts'

/** The program's own update: found and fetched automatically, installed when nobody is on the phone. */
export interface Updates {
  state(): UpdateState
  /** Their state changed. Returns a function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void
  /** Call after settings changed: another server or channel starts over. */
  reconfigure(): void
  /** Checks the server now. Never rejects. */
  check(): Promise<void>
  /** The user wants it installed: now, or as soon as no call prevents it. */
  install(): void
  /** Call with each state of the watch. */
  follow(watch: AgentState): void
  /** The program is about to end: installs if the settings say so. */
  quit(): void
  end(): void
}

export interface UpdatesParts {
  /** Why this program can't be updated, whatever the settings; null if it can. */
  readonly barred: Extract<UpdatesOff, 'not-packaged' | 'not-replaceable'> | null
  /** Loaded on first use: without a server nothing is loaded. */
  readonly source: () => Promise<UpdateSource>
  readonly settings: () => Pick<
    Settings,
    'updates' | 'updateServer' | 'updateChannel' | 'updateWhen' | 'updateTime'
  >
  /** The running version. */
  readonly version: string
  readonly note: UpdateNote
  readonly clock: Clock
  /** Minutes since midnight on this computer. */
  readonly minuteOfDay: (now: number) => number
  readonly log: Logger
}

const FIRST_CHECK_MS = 60_000 // startup has priority
const CHECK_EACH_MS = 6 * 3_600_000
const LOOK_EACH_MS = 60_000 // while one is ready: for the set time, and the quiet period after a call
const ENDS_WITHIN_MS = 60_000 // a program that still runs by then was not replaced

type Target = Pick<Settings, 'updateServer' | 'updateChannel'>

export function createUpdates(parts: UpdatesParts): Updates {
  const { clock, log, note, settings } = parts
  const changes = createListeners<[]>()
  let target: Target | null = null
  let state: UpdateState = { kind: 'current', checkedAt: null }
  let watch: AgentState = NOTHING_KNOWN
  let lastCallEndedAt: number | null = null
  let running: Promise<void> | null = null
  let fetched: { readonly version: string; readonly source: UpdateSource } | null = null
  let asked = false
  let stopChecking = (): void => undefined
  let stopLooking = (): void => undefined
  let tried = note.read()

  function become(next: UpdateState): void {
    if (dequal(next, state)) return
    state = next
    changes.call()
  }

  function off(): UpdatesOff | null {
    if (parts.barred !== null) return parts.barred
    if (!settings().updates) return 'switched-off'
    return settings().updateServer === '' ? 'no-server' : null
  }

  function fail(why: UpdateFailure, version: string | null): void {
    log.warn(`update${version === null ? '' : ` to ${version}`} failed: ${why}`)
    become({ kind: 'failed', why, version, at: clock.now() })
  }

  /** What an earlier run started: it became this version, or it failed. */
  function readNote(): void {
    if (tried === null) return
    if (tried === parts.version) {
      log.info(`updated to ${tried}`)
      tried = null
      note.write(null)
    } else fail('not-installed', tried)
  }

  function reconfigure(): void {
    const why = off()
    const { updateServer, updateChannel } = settings()
    const next = why === null ? { updateServer, updateChannel } : null
    const isSame = dequal(next, target)
    if (!isSame) {
      target = next
      fetched = null
      stopChecking()
    }
    if (why !== null) become({ kind: 'off', why })
    else if (isSame) look()
    else {
      become({ kind: 'current', checkedAt: null })
      readNote()
      checkIn(FIRST_CHECK_MS)
    }
  }

  function checkIn(ms: number): void {
    stopChecking()
    stopChecking = clock.after(ms, () => void check())
  }

  function check(): Promise<void> {
    if (target === null || fetched !== null) return Promise.resolve()
    running ??= fetchNewer(target).finally(() => {
      running = null
      if (target !== null) checkIn(CHECK_EACH_MS)
    })
    return running
  }

  async function fetchNewer(from: Target): Promise<void> {
    const isOld = (): boolean => target !== from
    let version: string | null = null
    try {
      const source = await parts.source()
      source.configure(from)
      version = await source.check()
      if (isOld()) return
      if (version === null) return become({ kind: 'current', checkedAt: clock.now() })
      become({ kind: 'downloading', version })
      await source.download()
      if (isOld()) return
      log.info(`update to ${version} is ready`)
      fetched = { version, source }
      asked = false
      look()
    } catch (error) {
      if (!isOld()) fail(updateFailure(error), version)
    }
  }

  /** Decides again, and once more in a minute. */
  function look(quitting = false): void {
    if (fetched === null || state.kind === 'installing') return
    stopLooking()
    const { version } = fetched
    const now = clock.now()
    const decision = decideInstall({
      ...{ watch, lastCallEndedAt, now, asked, quitting },
      minuteOfDay: parts.minuteOfDay(now),
      settings: settings(),
      tried: tried === version,
    })
    if (decision.kind === 'install') return install(fetched, decision.restart)
    // The reason of a failure stays visible until the user retries.
    if (decision.why !== 'person' || state.kind !== 'failed')
      become({ kind: 'ready', version, wait: decision.why, asked })
    stopLooking = clock.after(LOOK_EACH_MS, look)
  }

  /** Noted first: otherwise an update that ends the program and changes nothing would be retried each night. */
  function install({ version, source }: NonNullable<typeof fetched>, restart: boolean): void {
    asked = false
    tried = version
    if (!note.write(version)) return fail('not-installed', version)
    become({ kind: 'installing', version })
    log.info(`installing ${version}`)
    stopLooking = clock.after(ENDS_WITHIN_MS, () => fail('not-installed', version))
    try {
      source.install(restart)
    } catch {
      stopLooking()
      fail('not-installed', version)
    }
  }

  return {
    state: () => state,
    onChange: changes.add,
    reconfigure,
    check,
    install() {
      if (fetched === null) return
      asked = true
      look()
    },
    follow(next) {
      if (watch.calls.length > 0 && next.calls.length === 0) lastCallEndedAt = clock.now()
      const news = watch.calls.length !== next.calls.length || watch.connection.kind !== next.connection.kind
      watch = next
      if (news) look()
    },
    quit: () => look(true),
    end() {
      stopChecking()
      stopLooking()
      target = null
    },
  }
}
