import type { AccountEntry, AccountTest, Saved } from '../../../core/contract.ts'
import type { RequestChannel, Requests } from '../../../core/ipc/channels.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { BookFiles } from '../address-book/book-files.ts'
import type { OwnNames } from '../address-book/own-names.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { AlertDelivery } from '../alerts/alert-delivery.ts'
import type { RingPopup } from '../alerts/ring-popup.ts'
import type { DemoMode } from '../demo/demo-mode.ts'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { History } from '../history/history.ts'
import type { Program } from '../program/assemble-program.ts'
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts'
import type { CompanionWindow } from '../window/companion-window.ts'
import type { TrayWindow } from '../window/window.ts'
import type { SettingsFeed } from '../settings/settings-feed.ts'
import type { Updates } from '../updates/updates.ts'

/** What main does for each request of the window. */
export type Handlers = {
  readonly [C in RequestChannel]: (
    ...args: Parameters<Requests[C]>
  ) => ReturnType<Requests[C]> | Promise<ReturnType<Requests[C]>>
}

export interface RequestParts extends Program {
  readonly configuration: Configuration
  readonly settings: Pick<SettingsFeed, 'read'>
  readonly testAccount: (entry: AccountEntry) => Promise<AccountTest>
  readonly shown: Pick<CompanionWindow, 'mask' | 'look' | 'pageReady' | 'shape'> & {
    readonly window: Pick<TrayWindow, 'hide'>
  }
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
  readonly demo: Pick<DemoMode, 'start' | 'stop'>
  readonly keys: Pick<GlobalShortcuts, 'rest'>
  readonly updates: Pick<Updates, 'check' | 'install'>
}

export function createRequests(parts: RequestParts): Handlers {
  const { companion, configuration, integrations, copying, shown } = parts

  /** Takes over what was saved. */
  function applied(saved: Saved): Saved {
    if (saved.kind === 'saved') companion.reconfigure()
    return saved
  }

  function refreshed(done: boolean): boolean {
    if (done) companion.refreshNotes()
    return done
  }

  return {
    'state:read': () => {
      // A page that was just created records no shortcuts.
      parts.keys.rest(false)
      shown.pageReady()
      return shown.mask.state(companion.state())
    },
    'settings:read': () => parts.settings.read(),
    'settings:change': (change) => applied(configuration.change(change)),
    'account:test': (entry) => parts.testAccount(entry),
    'account:save': async (entry) => {
      const saved = await configuration.saveAccount(entry)
      // Entering an account ends the demo: the user wants to watch that account.
      if (saved.kind === 'saved' && configuration.isDemo()) parts.demo.stop()
      else companion.reconfigure()
      return saved
    },
    'account:allow-code': async (origins) => applied(await configuration.allowCode(origins)),
    'call:copy': (key, what) => copying.copy(key, what),
    'call:copy-as': (key, name) => copying.copyAs(key, name),
    'template:preview': (template) => copying.previewTemplate(template),
    'recording:mute': (key, muted) => companion.recordings.mute(key, muted),
    'recording:fix': (id) => companion.recordings.fix(id),
    'recording:dismiss': (id) => companion.recordings.dismiss(id),
    'status:set': (status) => companion.status.set(status),
    'status:dismiss': () => companion.status.dismiss(),
    'page:open': (key, rule) => integrations.pages.open(key, rule),
    'page:dry-run': (rules) => integrations.pages.dryRun(rules),
    'popup-screen:try': async () => shown.mask.caller(await parts.popupScreen.tryNow()),
    'popup-screen:open': (key) => parts.popupScreen.open(key),
    'webhook:secret': async (secret) => applied(await configuration.saveWebhookSecret(secret)),
    'queue:copy': (queueId, callId) => copying.copyWaiting(queueId, callId),
    'team:read': () => shown.mask.team(companion.team()),
    'team:copy': (extension, what) => copying.copyTeam(extension, what),
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
    'view:look': (views) => shown.look(views),
    'missed:clear': () => companion.clearMissed(),
    'missed:dismiss': (key) => companion.dismissMissed(key),
    'missed:restore': (key) => companion.restoreMissed(key),
    'call-log:read-now': () => parts.callLog.readNow(),
    'history:read': (request) =>
      parts.ownNames.history(request, (query) => shown.mask.history(query, parts.journal().history)),
    'history:note': (key, note) => refreshed(parts.journal().setNote(key, note)),
    'history:label': (key, label) => refreshed(parts.journal().setLabel(key, label)),
    'call-log:open-recording': (key) => integrations.openRecording(key),
    'history:count-caller': (key) => parts.history.countCaller(key),
    'history:forget': (key) => {
      const deleted = parts.history.forget(key)
      parts.ownNames.refresh()
      companion.refresh()
      return deleted
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
    'keys:record': (recording) => parts.keys.rest(recording),
    'updates:check': () => parts.updates.check(),
    'updates:install': () => parts.updates.install(),
    'poll:now': () => companion.pollNow(),
    'problem:record': () => parts.recordProblem(),
    'problem:stop': () => parts.stopProblem(),
    'diagnostics:read': () => parts.diagnostics.read(),
    'diagnostics:copy': () => parts.diagnostics.copy(),
    'demo:start': () => parts.demo.start(),
    'demo:stop': () => parts.demo.stop(),
    'window:hide': () => shown.window.hide(),
    'window:hover': (over) => shown.shape.hover(over),
    'window:hold': (held) => shown.shape.hold(held),
    'window:unfold': () => shown.shape.unfold(),
    'window:fit': (height) => shown.shape.fit(height),
  }
}
