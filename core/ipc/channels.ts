import type { CallKey, CopyWhat, RungOutcomes } from '../domain.ts'
import type {
  AccountEntry,
  AccountTest,
  AlertSystem,
  Copied,
  DayView,
  DemoStart,
  DryRun,
  ExportFormat,
  DeletedCaller,
  Exported,
  VisibleViews,
  PageOpened,
  ReportView,
  Saved,
  SettingsView,
  Show,
  Sound,
  TeamCopyWhat,
  TeamNews,
  TeamView,
  TemplatePreview,
  WindowState,
} from '../contract.ts'
import type { PopupView } from './popup-view.ts'
import type { BookPage, BookRequest } from '../address-book/book-page.ts'
import type { CallerEntry, Imported, WrittenEntry } from '../address-book/book-requests.ts'
import type { RemovedEntry, SavedEntry } from '../address-book/book-result.ts'
import type { HistoryPage, HistoryRequest } from '../history/history-request.ts'
import type { PopupScreenTry } from '../popup-screen/popup-screen-view.ts'
import type { Settings } from '../settings/settings.ts'
import type { CopyTemplate } from '../templates/copy-template.ts'
import type { ShapeView } from '../window/shape-view.ts'
import { NAMED_STATUSES, type NamedStatus } from '../status-words.ts'
import { choice, fields, flag, list, orNull, text, whole, type Argument } from './argument.ts'
import { byBoth, byPopup, byWindow, push, readInMain } from './request.ts'
import {
  MAX_BOOK_PAGE,
  MAX_ENTRY_NUMBERS,
  MAX_LABEL_LENGTH,
  MAX_NAME_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_NUMBER_LENGTH,
  MAX_PERSON_LENGTH,
  MAX_RULES,
  MAX_TEMPLATE_LENGTH,
  MAX_WRITTEN,
} from '../limits.ts'

const MAX_REPORT_DAYS = 366
const MAX_CODE_ORIGINS = 10 // more than there are addresses
const MAX_DRAG = 100_000 // px: more than all displays side by side
const id = text(512) // anything longer isn't a call's key
const callKey: Argument<CallKey> = id // an extension, a slash and an id
const name = text(MAX_NAME_LENGTH, 1)
const dialId = text(36, 36) // a UUID
const entryId = whole(1)
const MAX_LOOKED_FOR = 1_000 // what a search field takes

/** What the window may request from main: the signature of each request, who may send it, and how its arguments are read. */
export const REQUESTS = {
  'state:read': byWindow<() => WindowState>(),
  'settings:read': byBoth<() => SettingsView>(),
  'settings:change': readInMain<(change: Partial<Settings>) => Saved>(),
  'account:test': readInMain<(entry: AccountEntry) => AccountTest>(),
  'account:save': readInMain<(entry: AccountEntry) => Saved>(),
  /** The user confirmed that the stored code may be sent to these origins, too. */
  'account:allow-code': byWindow<(origins: readonly unknown[]) => Saved>(list(MAX_CODE_ORIGINS)),
  /** Copies a detail of a live, missed or stored call, in the number format of the settings. */
  'call:copy': byBoth<(key: CallKey, what: CopyWhat) => Copied>(
    callKey,
    choice('number', 'name', 'did', 'ivrid', 'card'),
  ),
  /** Copies a call by the copy template of that name; the default one for null. */
  'call:copy-as': byWindow<(key: CallKey, template: string | null) => Copied>(callKey, orNull(name)),
  'template:preview': byWindow<(template: Pick<CopyTemplate, 'template' | 'format'>) => TemplatePreview>(
    // The preview itself reports what is too long.
    fields({ template: text(MAX_TEMPLATE_LENGTH * 2), format: choice('text', 'json') }),
  ),
  /** Requests that a call's recording be muted or resumed; the outcome appears in the state. */
  'recording:mute': byWindow<(key: CallKey, muted: boolean) => void>(callKey, flag),
  /** Applies the fix of a recording warning, by its id. */
  'recording:fix': byWindow<(warning: number) => void>(whole(0)),
  'recording:dismiss': byWindow<(warning: number) => void>(whole(0)),
  /** Requests a status for the agent, if it is offered; the outcome appears in the state. */
  'status:set': byWindow<(status: NamedStatus) => void>(choice(...NAMED_STATUSES)),
  /** Dismisses the notice that the last status wasn't set. */
  'status:dismiss': byWindow<() => void>(),
  /** Opens the page of the CRM rule of that name for a live or stored call; null for the first matching rule. */
  'page:open': byBoth<(key: CallKey, rule: string | null) => PageOpened>(callKey, orNull(name)),
  /** What the rules would open, with their problems. Rules as in a settings file. */
  'page:dry-run': byWindow<(rules: readonly unknown[]) => DryRun>(list(MAX_RULES)),
  /** Calls the organisation's Popup Screen endpoint about the last call; nothing of the response is stored. */
  'popup-screen:try': byWindow<() => PopupScreenTry>(),
  /** Opens the page that it named for a live or stored call. */
  'popup-screen:open': byBoth<(key: CallKey) => PageOpened>(callKey),
  /** Stores the secret that deliveries are signed with, the way the code is stored; null removes it. */
  'webhook:secret': readInMain<(secret: string | null) => Saved>(),
  /** Copies the number of a waiting caller. */
  'queue:copy': byWindow<(queueId: string, callId: string) => Copied>(id, id),
  'team:read': byWindow<() => TeamView>(),
  /** Copies a colleague's extension, or the number of their current caller, unless numbers are masked. */
  'team:copy': byWindow<(extension: string, what: TeamCopyWhat) => Copied>(id, choice('extension', 'caller')),
  /**
   * Requests confirmation to call someone from a live, missed or stored call; the state shows it. The first argument is
   * the click's id.
   */
  'dial:call': byWindow<(id: string, key: CallKey) => void>(dialId, callKey),
  'dial:waiting': byWindow<(id: string, queueId: string, callId: string) => void>(dialId, id, id),
  'dial:colleague': byWindow<(id: string, extension: string) => void>(dialId, name),
  'dial:text': byWindow<(id: string, text: string) => void>(dialId, text(MAX_WRITTEN + 1)),
  /** Confirms the call with this id: nothing else places a call. */
  'dial:confirm': byWindow<(id: string) => void>(dialId),
  /** Cancels the confirmation, or dismisses a finished dial. */
  'dial:close': byWindow<(id: string) => void>(dialId),
  /** Ends all calls on the agent's extension; `calls`: how many the agent saw. */
  'dial:hang-up': byWindow<(calls: number) => void>(whole(1, 1_000)),
  'dial:close-hang-up': byWindow<() => void>(),
  'view:look': byWindow<(views: VisibleViews) => void>(fields({ queues: flag, team: flag })),
  'missed:clear': byWindow<() => void>(),
  /** Removes one from the list of missed calls; false when there is no such call. */
  'missed:dismiss': byWindow<(key: CallKey) => boolean>(callKey),
  /** Puts it back. */
  'missed:restore': byWindow<(key: CallKey) => void>(callKey),
  /** Reads the call log now, as far as the limits for requests allow; the state shows the outcome. */
  'call-log:read-now': byWindow<() => void>(),
  /** A page of the stored calls, newest first. */
  'history:read': readInMain<(request: HistoryRequest) => HistoryPage>(),
  /** False when there is no such call. */
  'history:note': byBoth<(key: CallKey, note: string) => boolean>(callKey, text(MAX_NOTE_LENGTH)),
  /** Labels how a call went; null removes the label. False when there is no such call. */
  'history:label': byWindow<(key: CallKey, label: string | null) => boolean>(
    callKey,
    orNull(text(MAX_LABEL_LENGTH)),
  ),
  /** How many calls `history:forget` would delete; null when unknown. */
  'history:count-caller': byWindow<(key: CallKey) => number | null>(callKey),
  /** Opens the page of a call's recording in the browser; false if there is none, or it didn't open. */
  'call-log:open-recording': byWindow<(key: CallKey) => boolean>(callKey),
  /** Deletes every call of this call's caller, and their number from the address book. */
  'history:forget': byWindow<(key: CallKey) => DeletedCaller>(callKey),
  /** Writes everything stored to a new file in the user's downloads, or if that fails, in a folder they choose. */
  'history:export': byWindow<(format: ExportFormat) => Exported>(choice('csv', 'json')),
  /** Shows the last exported file in its folder. */
  'history:show-export': byWindow<() => void>(),
  /** A part of the address book's list; nothing in privacy mode. */
  'book:read': byWindow<(request: BookRequest) => BookPage>(
    fields({ text: text(MAX_LOOKED_FOR), from: whole(0), limit: whole(1, MAX_BOOK_PAGE) }),
  ),
  /** The entry for the caller of a live, missed or stored call, or what a new one starts with. */
  'book:of-call': byWindow<(key: CallKey) => CallerEntry | null>(callKey),
  /** Changes the entry with this id; adds one for null. */
  'book:save': byWindow<(entry: WrittenEntry, id: number | null) => SavedEntry>(
    fields({
      name: text(MAX_PERSON_LENGTH),
      company: text(MAX_PERSON_LENGTH),
      note: text(MAX_NOTE_LENGTH),
      numbers: text(MAX_ENTRY_NUMBERS * (MAX_NUMBER_LENGTH + 1)),
    }),
    orNull(entryId),
  ),
  'book:remove': byWindow<(id: number) => RemovedEntry>(entryId),
  'book:restore': byWindow<(id: number) => SavedEntry>(entryId),
  /** Asks the user for a CSV or vCard file, and adds what isn't there yet. */
  'book:import': byWindow<() => Imported>(),
  /** Writes all entries to a new CSV file, as `history:export`. */
  'book:export': byWindow<() => Exported>(),
  /** Shows the last exported file in its folder. */
  'book:show-export': byWindow<() => void>(),
  'day:read': byWindow<() => DayView>(),
  /** How well the last days were watched; 1 is today. */
  'report:read': byWindow<(days: number) => ReportView>(whole(1, MAX_REPORT_DAYS)),
  /** Tries every way to alert for a ring, one after the other. */
  'alerts:test': byWindow<() => RungOutcomes>(),
  'alerts:system': byWindow<() => AlertSystem>(),
  /** Opens the system's own page for notifications; false if it didn't open. */
  'alerts:open-system': byWindow<() => boolean>(),
  /** Minutes from now; null ends the pause. */
  'alerts:pause': byWindow<(minutes: 15 | 60 | null) => void>(choice(15, 60, null)),
  /** Suspends global shortcuts while new ones are being pressed, so that they reach the window. */
  'keys:record': byWindow<(recording: boolean) => void>(flag),
  /** Checks the update server now; the result appears in the settings. */
  'updates:check': byWindow<() => void>(),
  /** Installs the ready update, as soon as no call prevents it. */
  'updates:install': byWindow<() => void>(),
  'poll:now': byWindow<() => void>(),
  /** Starts recording a problem; a running recording continues. */
  'problem:record': byWindow<() => void>(),
  'problem:stop': byWindow<() => void>(),
  /** What an administrator needs first, as lines of text; nothing personal or secret is in it. */
  'diagnostics:read': byWindow<() => string>(),
  /** Copies it as last read. */
  'diagnostics:copy': byWindow<() => Copied>(),
  'demo:start': byWindow<() => DemoStart>(),
  'demo:stop': byWindow<() => void>(),
  /** Folds the window to a strip while there is a call to fold it for, otherwise hides it. */
  'window:hide': byWindow<() => void>(),
  /** Whether the pointer is on the folded window, outside its buttons. */
  'window:hover': byWindow<(over: boolean) => void>(flag),
  /** Whether the page has something open that folding would hide: a dialog, or unsaved text. */
  'window:hold': byWindow<(held: boolean) => void>(flag),
  'window:unfold': byWindow<() => void>(),
  /** The folded window's page needs this height, CSS pixels. */
  'window:fit': byWindow<(height: number) => void>(whole(0)),
  'popup:read': byPopup<() => PopupView>(),
  /** It has drawn this revision, and needs this height (CSS pixels) for its full content. */
  'popup:drawn': byPopup<(revision: number, height: number) => void>(whole(0), whole(0)),
  /** The user drags the popup: by this much to the right and down from where it was at the start, in CSS pixels. */
  'popup:drag': byPopup<(right: number, down: number) => void>(
    whole(-MAX_DRAG, MAX_DRAG),
    whole(-MAX_DRAG, MAX_DRAG),
  ),
  'popup:drop': byPopup<() => void>(),
  /** The pointer or the focus is in the popup (true), which doesn't hide meanwhile. */
  'popup:hold': byPopup<(held: boolean) => void>(flag),
  /** Opens the window at a call. */
  'popup:open': byPopup<(key: CallKey) => void>(callKey),
  /**
   * The user writes the note of this call in the popup, which may take the keyboard focus for that; null: no longer.
   * Where the popup can't take it, the window opens at the note.
   */
  'popup:note': byPopup<(key: CallKey | null) => void>(orNull(callKey)),
  /** Removes a call from the popup; it keeps ringing. */
  'popup:dismiss': byPopup<(key: CallKey) => void>(callKey),
}

/** What main sends to the window. */
export const PUSHES = {
  /** Plays a sound at volume 0 to 100, repeatedly until the next one or null; null is silence. */
  sound:
    push<
      (sound: { readonly sound: Sound; readonly volume: number; readonly repeats: boolean } | null) => void
    >(),
  state: push<(state: WindowState) => void>(),
  settings: push<(view: SettingsView) => void>(),
  team: push<(news: TeamNews) => void>(),
  show: push<(what: Show) => void>(),
  popup: push<(view: PopupView) => void>(),
  shape: push<(view: ShapeView) => void>(),
}

export type RequestChannel = keyof typeof REQUESTS
export type PushChannel = keyof typeof PUSHES

type SignatureOf<R> = R extends { readonly signature?: infer F extends (...args: never) => unknown }
  ? F
  : never

export type Requests = { readonly [C in RequestChannel]: SignatureOf<(typeof REQUESTS)[C]> }
export type Pushes = { readonly [C in PushChannel]: SignatureOf<(typeof PUSHES)[C]> }

/** The requests whose arguments only main can read. */
export type ChannelReadInMain = {
  [C in RequestChannel]: (typeof REQUESTS)[C]['read'] extends null ? C : never
}[RequestChannel]

/** `window.companion`: the window's only access to the outside. */
export interface Companion {
  request<C extends RequestChannel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]>>
  /** Returns a function that unsubscribes. */
  on<C extends PushChannel>(channel: C, listener: Pushes[C]): () => void
}

export const isRequestChannel = (name: string): name is RequestChannel => Object.hasOwn(REQUESTS, name)
export const isPushChannel = (name: string): name is PushChannel => Object.hasOwn(PUSHES, name)
export const REQUEST_CHANNELS: readonly RequestChannel[] = Object.keys(REQUESTS).filter(isRequestChannel)
