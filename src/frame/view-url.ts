import type { View } from '../stores/view.ts'

/** Where a person is in the window: it outlives the window's page. */
export interface Place {
  readonly view: View
  /** What lies under the open page, the undermost first. */
  readonly under: readonly View[]
  /** How far the view is scrolled, CSS pixels. */
  readonly top: number
  /** Something is half typed that is kept nowhere else: main lets no such page go. */
  readonly unsaved: boolean
}

const VIEWS: readonly View[] = ['calls', 'queues', 'team', 'history', 'settings', 'report']
const START: Place = { view: 'calls', under: [], top: 0, unsaved: false }

/** The place as the part of the window's address after `#`; `''` for where it starts. */
export function viewUrl({ view, under, top, unsaved }: Place): string {
  const parts = new URLSearchParams()
  if (view !== START.view) parts.set('view', view)
  if (under.length > 0) parts.set('under', under.join('.'))
  if (top > 0) parts.set('top', String(Math.round(top)))
  if (unsaved) parts.set('unsaved', '')
  return parts.size === 0 ? '' : `#${parts.toString()}`
}

/** Reads it back. What can't be read is as at the start; nothing half typed has come along. */
export function readViewUrl(hash: string): Place {
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
