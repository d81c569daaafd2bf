import type { Clock } from '../../../core/clock.ts'
import type { PageOpened } from '../../../core/contract.ts'
import { checkUrl } from '../../../core/crm/build-url.ts'
import { mayFire } from '../../../core/crm/fired-store.ts'
import type { Call, CallEvent, CallKey } from '../../../core/domain.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { allowedPages } from '../../../core/popup-screen/allowed-pages.ts'
import { callerKey } from '../../../core/phone/caller-key.ts'
import {
  NOTHING_REQUESTED,
  troubleOf,
  type PopupScreenTrouble,
  type PopupScreenTry,
  type PopupScreenView,
} from '../../../core/popup-screen/popup-screen-view.ts'
import { saysAnything } from '../../../core/popup-screen/read-response.ts'
import { requestCaller, type CallerOutcome } from '../../../core/popup-screen/request-caller.ts'
import { requestFields, type RequestedCall } from '../../../core/popup-screen/request-fields.ts'
import {
  dueRequests,
  EMPTY_POPUP_SCREEN,
  takeResponse,
  type DoneRequest,
  type PopupRequest,
} from '../../../core/popup-screen/step-popup-screen.ts'
import { isLoopback } from '../../../core/settings/is-loopback.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import type { CustomerOf } from '../callers/caller-names.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { Logger } from '../system/log.ts'

/** Asks the organisation's Popup Screen endpoint who is calling, as the vendor's browser extension does. */
export interface PopupScreen {
  /** Call with events after the alerts. Returns at once. */
  follow(events: readonly CallEvent[]): void
  /** Call after settings changed: another address starts over, and drops what is awaited. */
  reconfigure(): void
  view(): PopupScreenView
  /** The view changed; at most every half second. Returns a function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void
  /** One request about the last call, otherwise about a sample call; nothing of it is stored. */
  tryNow(): Promise<PopupScreenTry>
  /** Opens the page that the endpoint named for a live or stored call, or else for the caller's last one. */
  open(key: CallKey): Promise<PageOpened>
  end(): void
}

export interface PopupScreenParts {
  readonly configuration: Pick<Configuration, 'settings' | 'isDemo'>
  readonly companion: Pick<Companion, 'state' | 'onAnswer' | 'refreshCallers'>
  readonly journal: () => Pick<Journal, 'call' | 'setCrmCaller' | 'wasFired' | 'noteFired'>
  /** The last call; null if there was none, or it may not be shown. */
  readonly lastCall: () => TemplateCall | null
  readonly customerOf: CustomerOf
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly log: Pick<Logger, 'warn'>
  /** Electron's: hands an address to the system. */
  readonly openExternal: (url: string) => Promise<void>
}

const REPORT_MS = 500 // a person reads no faster

export function createPopupScreen(parts: PopupScreenParts): PopupScreen {
  const { configuration, companion, journal, clock } = parts
  const { settings } = configuration
  const changes = createListeners<[]>()
  let memory = EMPTY_POPUP_SCREEN
  let view = NOTHING_REQUESTED
  let address = addressNow()
  let ending = new AbortController()
  let cancelReport: (() => void) | null = null

  /** Where requests go now; `''` for nowhere. Simulated calls stay on this computer. */
  function addressNow(): string {
    const { popupScreenUrl } = settings()
    return configuration.isDemo() && !isLoopback(popupScreenUrl) ? '' : popupScreenUrl
  }

  function become(change: Partial<PopupScreenView>): void {
    view = { ...view, ...change }
    cancelReport ??= clock.after(REPORT_MS, () => {
      cancelReport = null
      changes.call()
    })
  }

  const fail = (trouble: PopupScreenTrouble): void => become({ last: { at: clock.now(), ms: 0, trouble } })

  /** Whether its response counts. */
  function finish(request: DoneRequest): boolean {
    const done = takeResponse(memory, request)
    memory = done.memory
    return done.counts
  }

  function follow(calls: readonly Call[], ended: readonly Call[]): void {
    if (address === '') return
    const due = dueRequests(memory, { at: clock.now(), calls, ended })
    memory = due.memory
    if (due.held > 0) fail({ kind: 'too-many' })
    for (const request of due.requests) begin(request)
  }

  function begin(request: PopupRequest): void {
    const { call, phase } = request
    const may = mayFire(journal(), `popup-screen ${phase}`, call.key)
    if (may === 'yes') {
      const { signal } = ending
      become({ sent: view.sent + 1 })
      // The alert has priority.
      clock.after(0, () => void send(request, signal))
      return
    }
    if (may === 'not-stored') fail({ kind: may })
    finish({ key: call.key, phase, says: false })
  }

  async function send(request: PopupRequest, signal: AbortSignal): Promise<void> {
    const { call, phase } = request
    const { outcome, ms } = await ask(call, phase, signal)
    if (signal.aborted) return
    const trouble = troubleOf(outcome)
    if (trouble !== null) parts.log.warn(`the Popup Screen endpoint: ${wordFor(trouble)}`)
    const isRead = outcome.kind === 'read'
    // Whoever withholds their number isn't named, and couldn't be deleted.
    const says = isRead && callerKey(call.phone) !== null && saysAnything(outcome.caller)
    if (finish({ key: call.key, phase, says }) && isRead) {
      journal().setCrmCaller(call.key, outcome.caller, clock.now())
      companion.refreshCallers()
    }
    become({
      done: view.done + 1,
      answered: view.answered + Number(isRead),
      last: { at: clock.now(), ms, trouble },
    })
  }

  async function ask(
    call: RequestedCall,
    phase: PopupRequest['phase'],
    signal: AbortSignal,
  ): Promise<{ readonly outcome: CallerOutcome; readonly ms: number }> {
    const { fetch } = parts
    const sentAt = clock.now()
    const outcome = await requestCaller(
      { fetch, now: clock.now, after: clock.after, url: address, allowed: allowedPages(settings()) },
      requestFields({ call, phase }, companion.state().watch.clock),
      signal,
    )
    return { outcome, ms: Math.max(0, clock.now() - sentAt) }
  }

  // A call that was found connected, and what the limit per minute held back.
  const stop = companion.onAnswer(({ calls }) => follow(calls, []))

  return {
    follow: (events) =>
      follow(
        companion.state().watch.calls,
        events.filter(({ type }) => type === 'ended').map(({ call }) => call),
      ),
    reconfigure() {
      if (address === addressNow()) return
      address = addressNow()
      ending.abort()
      ending = new AbortController()
      memory = EMPTY_POPUP_SCREEN
      view = NOTHING_REQUESTED
      become({})
      follow(companion.state().watch.calls, [])
    },
    view: () => view,
    onChange: changes.add,
    async tryNow() {
      if (address === '') return { kind: settings().popupScreenUrl === '' ? 'off' : 'demo' }
      const last = parts.lastCall()
      const { outcome, ms } = await ask(asRinging(last ?? sampleCall(clock.now())), 'ringing', ending.signal)
      return { kind: 'done', sample: last === null, ms, outcome }
    },
    async open(key) {
      const stored = journal().call(key)
      const call = companion.state().watch.calls.find((live) => live.key === key) ?? stored
      const customer = stored?.crm ?? (call === null ? null : parts.customerOf(call))
      const url = customer?.url ?? ''
      if (url === '') return { kind: 'no-such-call' }
      const why = checkUrl(url, allowedPages(settings()))
      if (why !== null) return { kind: 'refused', why }
      return parts.openExternal(url).then(
        () => ({ kind: 'opened' }),
        () => ({ kind: 'failed' }),
      )
    },
    end() {
      stop()
      cancelReport?.()
      ending.abort()
    },
  }
}

const wordFor = (trouble: PopupScreenTrouble): string => ('why' in trouble ? trouble.why : trouble.kind)

const asRinging = (call: TemplateCall): RequestedCall => ({
  ...call,
  ...{ statusWord: 'Ringing', answered: false, connected: false, startedApiSeconds: null, answeredAt: null },
  recording: { state: call.recording, fileName: '' },
})
