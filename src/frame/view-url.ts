import type { View } from '../stores/view.ts'

/** The user's location in the window: it survives the window's page. */
export interface ViewLocation {
  readonly view: View
  /** The views under the open page, the lowest first. */
  readonly under: readonly View[]
  /** How far the view is scrolled, CSS pixels. */
  readonly top: number
  /** There is unsaved text stored nowhere else: main does not close such a page. */
  readonly unsaved: boolean
}

const VIEWS: readonly View[] = ['calls', 'queues', 'team', 'history', 'settings', 'report', 'book']
const START: ViewLocation = { view: 'calls', under: [], top: 0, unsaved: false }

/** The location as the part of the window's address after `#`; `''` for the start. */
export function viewUrl({ view, under, top, unsaved }: ViewLocation): string {
  const parts = new URLSearchParams()
  if (view !== START.view) parts.set('view', view)
  if (under.length > 0) parts.set('under', under.join('.'))
  if (top > 0) parts.set('top', String(Math.round(top)))
  if (unsaved) parts.set('unsaved', '')
  return parts.size === 0 ? '' : `#${parts.toString()}`
}

/** Reads it back. What can't be read is the start; unsaved text is not restored. */
export function readViewUrl(hash: string): ViewLocation {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const top = Number(parts.get('top') ?? 0)
  return {
    view: viewOf(parts.get('view') ?? '') ?? START.view,
    under: (parts.get('under') ?? '').split('.').flatMap((one) => viewOf(one) ?? []),
    top: Number.isFinite(top) ? Math.max(0, top) : 0,
    unsaved: false,
  }
}

const viewOf = (text: string): View | undefined => VIEWS.find((view) => view === text)
