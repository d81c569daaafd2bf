import type { AlertCommand, AlertNotification } from './notification.ts'

/** The alert id of each cause that still applies and was announced, by the cause's key. */
export type Announced<Key> = ReadonlyMap<Key, string>

/** The alerts after a change: those whose cause doesn't last are withdrawn, and those of new causes shown, unless `quiet`. */
export function replaceAlerts<Key>(
  announced: Announced<Key>,
  lasts: (cause: Key) => boolean,
  news: readonly (readonly [Key, AlertNotification])[],
  quiet: boolean,
): { readonly commands: readonly AlertCommand[]; readonly announced: Announced<Key> } {
  const gone = [...announced].filter(([cause]) => !lasts(cause))
  if (gone.length === 0 && news.length === 0) return { commands: [], announced }
  const shown = quiet ? [] : news
  return {
    commands: [
      ...gone.map(([, id]): AlertCommand => ({ do: 'withdraw', id })),
      ...shown.map(([, notification]): AlertCommand => ({ do: 'show', notification })),
    ],
    announced: new Map([
      ...[...announced].filter(([cause]) => lasts(cause)),
      ...news.map(([cause, { id }]) => [cause, id] as const),
    ]),
  }
}
