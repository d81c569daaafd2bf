import type { Pushes, RequestChannel } from '../../../core/ipc/channels.ts'
import { openAddressBook } from '../../../core/address-book/open-address-book.ts'
import { createExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { HTTP_LIMITS } from '../../../core/telephony/client.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { createBookFiles } from '../../../electron/main/address-book/book-files.ts'
import { createOwnNames } from '../../../electron/main/address-book/own-names.ts'
import { createExportFile } from '../../../electron/main/system/export-file.ts'
import { assembleProgram } from '../../../electron/main/program/assemble-program.ts'
import { createConfiguration } from '../../../electron/main/settings/configuration.ts'
import { createHistory } from '../../../electron/main/history/history.ts'
import { answerRequests } from '../../../electron/main/ipc/answer-requests.ts'
import { EMPTY_SURROUNDINGS } from '../../../electron/main/session/current-session.ts'
import { createSettingsFeed } from '../../../electron/main/settings/settings-feed.ts'
import { ownsRequest, type Sender } from '../../../electron/main/ipc/owns-request.ts'
import { isSameHome } from '../../../electron/main/window/navigation-guard.ts'
import { createRequests, type Handlers } from '../../../electron/main/ipc/requests.ts'
import { createWindowMask } from '../../../electron/main/window/window-mask.ts'
import { ringing, sampleCall } from '../../../electron/main/testing/sample-call.ts'

export const WINDOW = 'ringside://app/index.html'
export const POPUP = 'ringside://app/popup.html'

type Listener = (event: unknown, ...args: unknown[]) => unknown

/** The arguments with which a handler was called, and the program's state before. */
export interface Reached {
  readonly args: readonly unknown[]
  readonly digest: unknown
}

/**
 * Main's own path from a message to its effect, with every effect on the outside world recorded instead of performed.
 */
export interface ProgramRig {
  readonly channels: readonly RequestChannel[]
  /** Sends a message as the page at `from` would; throws or returns what the IPC entry does. */
  ask(from: string | null, channel: RequestChannel, args: readonly unknown[]): unknown
  /** How the last message reached its handler; null if it reached none. */
  reached(): Reached | null
  /** Every effect so far, such as `file` or `clipboard`. */
  readonly effects: readonly string[]
  /** What was logged since the log was last cleared. */
  readonly logged: readonly string[]
  forgetLog(): void
  /** Everything that a message could change: state, settings, journal. */
  digest(): unknown
}

export function openProgramRig(): ProgramRig {
  const clock = virtualClock(1_800_000_000_000)
  const effects: string[] = []
  const logged: string[] = []
  const log = {
    info: (line: string) => void logged.push(line),
    warn: (line: string) => void logged.push(line),
  }
  const note = (what: string): void => void effects.push(what)
  const noted = (what: string) => (): undefined => void effects.push(what)
  const { journal } = openJournal({ path: ':memory:', now: clock.now, log: () => undefined })
  let stored: Record<string, unknown> = { extension: 'S' }
  const configuration = createConfiguration({
    policy: undefined,
    store: {
      values: () => stored,
      change(values) {
        note('settings')
        stored = { ...stored, ...values }
        return true
      },
      quarantineFile: null,
    },
    secrets: {
      code: () => 'c0de',
      state: () => 'stored',
      keeping: () => 'protected',
      isUnreadable: () => false,
      isLate: () => false,
      save: () => Promise.resolve((note('code'), 'saved' as const)),
      allow: () => Promise.resolve((note('code'), 'saved' as const)),
    },
    webhookSecret: {
      value: () => 'hook-secret',
      state: () => 'stored',
      save: () => Promise.resolve((note('webhook secret'), 'saved' as const)),
    },
    version: '0',
    words: () => en,
  })
  const refuse: typeof fetch = () => {
    note('request')
    return Promise.reject(new Error('net::ERR_FAILED'))
  }
  const program = assembleProgram({
    clock,
    configuration,
    legs: createExpectedLegs(clock.after),
    telephony: {
      limits: HTTP_LIMITS,
      watch: () => ({
        state: () => ({
          agent: null,
          calls: [sampleCall({ key: 'S/1', extension: 'S' })],
          connection: { kind: 'live' },
          lastGoodAt: clock.now(),
          clock: null,
        }),
        subscribe: () => () => undefined,
        surroundings: () => EMPTY_SURROUNDINGS,
        subscribeSurroundings: () => () => undefined,
        look: () => undefined,
        start: () => undefined,
        stop: () => undefined,
        pollNow: () => Promise.resolve(noted('poll')()),
        sleep: () => undefined,
        gapSeconds: () => 5,
        wake: () => undefined,
      }),
      setStatus: () => Promise.resolve((note('status'), { kind: 'unreachable', why: 'aborted' } as const)),
      readLog: () => Promise.resolve((note('call log'), { kind: 'unreachable', why: 'aborted' } as const)),
      mute: () => Promise.resolve((note('mute'), { kind: 'unreachable', why: 'aborted' } as const)),
      dial: () => Promise.resolve((note('dial'), { kind: 'unreachable', why: 'aborted' } as const)),
      hangUp: () => Promise.resolve((note('hang up'), { kind: 'unreachable', why: 'aborted' } as const)),
    },
    words: () => en,
    journal: () => journal,
    openExternal: () => Promise.resolve(noted('page')()),
    fetch: refuse,
    random: () => 0.5,
    log,
    write: () => Promise.resolve(noted('clipboard')()),
  })
  const { companion, integrations, popupScreen } = program
  companion.onAlert((command) => note(command.do === 'show' ? 'alert' : 'withdraw'))
  const settings = createSettingsFeed({
    configuration,
    ...{ integrations, popupScreen },
    notices: () => [],
    keys: { view: () => [] },
    updates: { state: () => ({ kind: 'off', why: 'not-packaged' }) },
  })
  companion.reconfigure()
  const call = sampleCall({ key: 'S/1', extension: 'S' })
  journal.record({ state: companion.state().watch, events: [ringing(call)] }, clock.now())
  const write = (): Promise<void> => Promise.resolve(noted('file')())
  const book = openAddressBook({ path: ':memory:', region: () => 'IL', now: clock.now, log: () => undefined })
  book.save({ name: 'Dana', company: '', note: '', numbers: ['0521234567'] }, null)
  const ownNames = createOwnNames({
    book: () => book,
    configuration,
    callOf: companion.templateCall,
  })
  const handlers = createRequests({
    ...program,
    configuration,
    settings,
    testAccount: () =>
      Promise.resolve(
        (note('request'), { kind: 'failed', failure: { kind: 'unreachable', why: 'dns' } } as const),
      ),
    shown: {
      mask: createWindowMask({ isOn: () => false, words: () => en }),
      look: noted('look'),
      pageReady: () => undefined,
      window: { hide: noted('hide') },
      shape: { hover: noted('shape'), hold: noted('shape'), unfold: noted('shape'), fit: noted('shape') },
    },
    delivery: {
      test: () => Promise.resolve((note('test alert'), {})),
      system: () =>
        Promise.resolve({ doNotDisturb: 'unknown', hasSwitch: false, popup: 'possible', screens: [] }),
      openSystem: () => Promise.resolve((note('system page'), false)),
      open: noted('open'),
      note: noted('note'),
      popup: {
        view: (): Parameters<Pushes['popup']>[0] => ({
          ...{
            revision: 0,
            calls: [],
            speaks: false,
            agent: '',
            callers: {},
            stories: {},
            callNotes: {},
            note: null,
          },
        }),
        drawn: noted('drawn'),
        drag: noted('drag'),
        drop: noted('drop'),
        hold: noted('hold'),
        dismiss: noted('dismiss'),
      },
    },
    journal: () => journal,
    history: createHistory({
      journal: () => journal,
      settings: configuration.settings,
      words: () => en,
      now: clock.now,
      downloads: () => '',
      chooseFolder: () => Promise.resolve(null),
      showFile: noted('show'),
      write,
    }),
    ownNames,
    bookFiles: createBookFiles({
      book: () => book,
      region: () => 'IL',
      locale: () => 'en-US',
      words: () => en,
      isPrivate: () => false,
      chooseFile: () => Promise.resolve((note('dialog'), null)),
      read: () => Promise.resolve((note('file'), null)),
      exportFile: createExportFile({
        now: clock.now,
        downloads: () => '',
        chooseFolder: () => Promise.resolve(null),
        showFile: noted('show'),
        write,
      }),
      breathe: () => Promise.resolve(),
      onChange: noted('book'),
    }),
    recordProblem: noted('record'),
    stopProblem: noted('record'),
    pauseAlerts: companion.pauseAlerts,
    updates: { check: () => Promise.resolve(noted('updates')()), install: noted('updates') },
    diagnostics: {
      read: () => '',
      copy: () => Promise.resolve((note('clipboard'), { kind: 'copied' } as const)),
    },
    demo: {
      start: () => Promise.resolve((note('demo'), { kind: 'failed' } as const)),
      stop: noted('demo'),
    },
    keys: { rest: noted('keys') },
  })

  const digest = (): unknown => [
    companion.state(),
    configuration.settings(),
    journal.history({ filter: 'all', limit: 200 }),
    book.entries(),
    stored,
  ]
  const listeners = new Map<string, Listener>()
  let reached: Reached | null = null
  answerRequests({
    ipcMain: {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
    } as never,
    handlers: watched(handlers, (args) => (reached = { args, digest: digest() })),
    owns: (sender, channel) => ownsRequest(OWNERS, sender, channel),
    log,
  })
  return {
    channels: Object.keys(handlers) as RequestChannel[],
    ask(from, channel, args) {
      reached = null
      return listeners.get(channel)?.(
        { sender: { id: contentsAt(from) }, senderFrame: from === null ? null : { url: from, parent: null } },
        ...args,
      )
    },
    reached: () => reached,
    effects,
    logged,
    forgetLog: () => void (logged.length = 0),
    digest,
  }
}

const CONTENTS = { window: 1, popup: 2 }
const contentsAt = (url: string | null): number => (url === POPUP ? CONTENTS.popup : CONTENTS.window)

const OWNERS = {
  window: { owns: ({ contents, url }: Sender) => contents === CONTENTS.window && isSameHome(url, WINDOW) },
  popup: { owns: ({ contents, url }: Sender) => contents === CONTENTS.popup && isSameHome(url, POPUP) },
}

/** The handlers, each recording first with what it was called. */
const watched = (handlers: Handlers, onReached: (args: readonly unknown[]) => void): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([channel, handler]) => [
      channel,
      (...args: readonly unknown[]) => {
        onReached(args)
        return Reflect.apply(handler, undefined, args) as unknown
      },
    ]),
  ) as unknown as Handlers
