/**
 * Runs inside the page, so it may use nothing from outside itself: `window.companion`, which asks the test by
 * `askMain` and hears what the test tells by `tellWindow`.
 */
export function playMain(): void {
  type Listener = (value: unknown) => void
  const heard = new Map<string, Set<Listener>>()
  const of = (channel: string): Set<Listener> => {
    const found = heard.get(channel) ?? new Set<Listener>()
    heard.set(channel, found)
    return found
  }
  const askMain = Reflect.get(window, 'askMain') as (channel: string, args: unknown[]) => Promise<unknown>
  Reflect.set(window, 'companion', {
    request: (channel: string, ...args: unknown[]) => askMain(channel, args),
    on(channel: string, listener: Listener) {
      of(channel).add(listener)
      return () => of(channel).delete(listener)
    },
  })
  Reflect.set(window, 'tellWindow', (channel: string, value: unknown) => {
    for (const listener of of(channel)) listener(value)
  })
}
