import type {
  AccountEntry,
  AccountTest,
  Copied,
  DemoStart,
  VisibleViews,
  TeamCopyWhat,
  TemplatePreview,
} from '../../../core/contract.ts'
import type { RequestChannel, Requests } from '../../../core/ipc/channels.ts'
import type { CallKey, CopyWhat } from '../../../core/domain.ts'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { BookFiles } from '../address-book/book-files.ts'
import type { OwnNames } from '../address-book/own-names.ts'
import type { CrmPages } from '../crm/crm-pages.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { AlertDelivery } from '../alerts/alert-delivery.ts'
import type { RingPopup } from '../alerts/ring-popup.ts'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { History } from '../history/history.ts'
import type { PopupScreen } from '../popup-screen/popup-screen.ts'
import type { CallLog } from '../call-log/call-log.ts'
import type { Dialling } from '../dialling/dialling.ts'
import type { WindowMask } from '../window/window-mask.ts'
import type { WindowShape } from '../window/window-shape.ts'
import type { SettingsFeed } from '../settings/settings-feed.ts'
import type { Updates } from '../updates/updates.ts'

/** What main does for each request of the window. */
export type Handlers = {
  readonly [C in RequestChannel]: (
    ...args: Parameters<Requests[C]>
  ) => ReturnType<Requests[C]> | Promise<ReturnType<Requests[C]>>
}

export interface RequestParts {
  readonly companion: Companion
  readonly configuration: Configuration
  readonly settings: Pick<SettingsFeed, 'read'>
  readonly pages: Pick<CrmPages, 'open' | 'dryRun'>
  readonly openRecording: (key: CallKey) => Promise<boolean>
  readonly words: () => Words
  readonly testAccount: (entry: AccountEntry) => Promise<AccountTest>
  readonly copy: (key: CallKey, what: CopyWhat) => Promise<Copied>
  readonly copyAs: (key: CallKey, template: string | null) => Promise<Copied>
  readonly previewTemplate: (template: Pick<CopyTemplate, 'template' | 'format'>) => TemplatePreview
  readonly copyWaiting: (queueId: string, callId: string) => Promise<Copied>
  readonly copyTeam: (extension: string, what: TeamCopyWhat) => Promise<Copied>
  /** Masks what is known on its way to the window, in privacy mode. */
  readonly mask: WindowMask
  readonly dialling: Dialling
  readonly callLog: Pick<CallLog, 'readNow'>
  readonly popupScreen: Pick<PopupScreen, 'tryNow' | 'open'>
  readonly look: (views: VisibleViews) => void
  readonly delivery: Pick<AlertDelivery, 'test' | 'system' | 'openSystem' | 'open' | 'note'> & {
    readonly popup: Pick<RingPopup, 'view' | 'drawn' | 'drag' | 'drop' | 'hold' | 'dismiss'>
  }
  readonly journal: () => Journal
  readonly history: History
  readonly ownNames: OwnNames
  readonly bookFiles: BookFiles
  readonly recordProblem: () => void
  readonly stopProblem: () => void
  readonly pauseAlerts: (minutes: 15 | 60 | null) => void
  readonly diagnostics: Diagnostics
  readonly startDemo: () => Promise<DemoStart>
  readonly stopDemo: () => void
  readonly onRead: () => void
  readonly restKeys: (rest: boolean) => void
  readonly updates: Pick<Updates, 'check' | 'install'>
  readonly hideWindow: () => void
  readonly shape: Pick<WindowShape, 'hover' | 'hold' | 'unfold' | 'fit'>
}

export function createRequests(parts: RequestParts): Handlers {
  const { companion, configuration } = parts

  function refreshed(done: boolean): boolean {
    if (done) companion.refreshNotes()
    return done
  }

  return {
    'state:read': () => {
      parts.onRead()
      return parts.mask.state(companion.state())
    },
    'settings:read': () => parts.settings.read(),
    'settings:change': (change) => {
      const saved = configuration.change(change)
      if (saved.kind === 'saved') companion.reconfigure()
      return saved
    },
    'account:test': (entry) => parts.testAccount(entry),
    'account:save': async (entry) => {
      const saved = await configuration.saveAccount(entry)
      // Entering an account ends the demo: the user wants to watch that account.
      if (saved.kind === 'saved' && configuration.isDemo()) parts.stopDemo()
      else companion.reconfigure()
      return saved
    },
    'account:allow-code': async (origins) => {
      const saved = await configuration.allowCode(origins)
      if (saved.kind === 'saved') companion.reconfigure()
      return saved
    },
    'call:copy': (key, what) => parts.copy(key, what),
    'call:copy-as': (key, name) => parts.copyAs(key, name),
    'template:preview': (template) => parts.previewTemplate(template),
    'recording:mute': (key, muted) => companion.recordings.mute(key, muted),
    'recording:fix': (id) => companion.recordings.fix(id),
    'recording:dismiss': (id) => companion.recordings.dismiss(id),
    'status:set': (status) => companion.status.set(status),
    'status:dismiss': () => companion.status.dismiss(),
    'page:open': (key, rule) => parts.pages.open(key, rule),
    'page:dry-run': (rules) => parts.pages.dryRun(rules),
    'popup-screen:try': async () => parts.mask.caller(await parts.popupScreen.tryNow()),
    'popup-screen:open': (key) => parts.popupScreen.open(key),
    'webhook:secret': async (secret) => {
      const saved = await configuration.saveWebhookSecret(secret)
      if (saved.kind === 'saved') companion.reconfigure()
      return saved
    },
    'queue:copy': (queueId, callId) => parts.copyWaiting(queueId, callId),
    'team:read': () => parts.mask.team(companion.team()),
    'team:copy': (extension, what) => parts.copyTeam(extension, what),
    'dial:call': (id, key) => {
      const call = companion.templateCall(key)
      const subject = call === null ? null : ({ kind: 'phone', phone: call.phone, name: call.name } as const)
      parts.dialling.ask(id, subject)
    },
    'dial:waiting': (id, queueId, callId) => {
      const phone = companion.waitingPhone(queueId, callId)
      parts.dialling.ask(id, phone === null ? null : { kind: 'phone', phone, name: '' })
    },
    'dial:colleague': (id, extension) => {
      const person = companion.teamRow(extension)?.person ?? ''
      parts.dialling.ask(id, { kind: 'colleague', extension, name: person })
    },
    'dial:text': (id, text) => void parts.dialling.ask(id, { kind: 'text', text }),
    'dial:confirm': (id) => parts.dialling.confirm(id),
    'dial:close': (id) => parts.dialling.close(id),
    'dial:hang-up': (calls) => parts.dialling.hangUp(calls),
    'dial:close-hang-up': () => parts.dialling.closeHangUp(),
    'view:look': (views) => parts.look(views),
    'missed:clear': () => companion.clearMissed(),
    'missed:dismiss': (key) => companion.dismissMissed(key),
    'missed:restore': (key) => companion.restoreMissed(key),
    'call-log:read-now': () => parts.callLog.readNow(),
    'history:read': (request) =>
      parts.ownNames.history(request, (query) => parts.mask.history(query, parts.journal().history)),
    'history:note': (key, note) => refreshed(parts.journal().setNote(key, note)),
    'history:label': (key, label) => refreshed(parts.journal().setLabel(key, label)),
    'call-log:open-recording': (key) => parts.openRecording(key),
    'history:count-caller': (key) => parts.history.countCaller(key),
    'history:forget': (key) => {
      const calls = parts.history.forget(key)
      parts.ownNames.refresh()
      companion.refresh()
      return calls
    },
    'history:export': (format) => parts.history.export(format),
    'history:show-export': () => parts.history.showExport(),
    'book:read': (request) => parts.ownNames.page(request),
    'book:of-call': (key) => parts.ownNames.ofCall(key),
    'book:save': (entry, id) => parts.ownNames.save(entry, id),
    'book:remove': (id) => parts.ownNames.remove(id),
    'book:restore': (id) => parts.ownNames.restore(id),
    'book:import': () => parts.bookFiles.import(),
    'book:export': () => parts.bookFiles.export(),
    'book:show-export': () => parts.bookFiles.showExport(),
    'day:read': () => parts.history.day(),
    'report:read': (days) => parts.history.report(days),
    'alerts:test': () => parts.delivery.test(),
    'alerts:system': () => parts.delivery.system(),
    'alerts:open-system': () => parts.delivery.openSystem(),
    'popup:read': () => parts.delivery.popup.view(),
    'popup:drawn': (revision, height) => parts.delivery.popup.drawn(revision, height),
    'popup:drag': (right, down) => parts.delivery.popup.drag(right, down),
    'popup:drop': () => parts.delivery.popup.drop(),
    'popup:hold': (held) => parts.delivery.popup.hold(held),
    'popup:open': (key) => parts.delivery.open(key),
    'popup:note': (key) => parts.delivery.note(key),
    'popup:dismiss': (key) => parts.delivery.popup.dismiss(key),
    'alerts:pause': (minutes) => parts.pauseAlerts(minutes),
    'keys:record': (recording) => parts.restKeys(recording),
    'updates:check': () => parts.updates.check(),
    'updates:install': () => parts.updates.install(),
    'poll:now': () => companion.pollNow(),
    'problem:record': () => parts.recordProblem(),
    'problem:stop': () => parts.stopProblem(),
    'diagnostics:read': () => parts.diagnostics.read(),
    'diagnostics:copy': () => parts.diagnostics.copy(),
    'demo:start': () => parts.startDemo(),
    'demo:stop': () => parts.stopDemo(),
    'window:hide': () => parts.hideWindow(),
    'window:hover': (over) => parts.shape.hover(over),
    'window:hold': (held) => parts.shape.hold(held),
    'window:unfold': () => parts.shape.unfold(),
    'window:fit': (height) => parts.shape.fit(height),
  }
}
