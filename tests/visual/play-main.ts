/**
 * Runs inside the page, so it can't use anything from outside: `window.companion`, which passes requests to the test
 * through `requestMain` and receives what the test pushes through `pushToWindow`.
 */
export function playMain(): void {
  type Listener = (value: unknown) => void
  const heard = new Map<string, Set<Listener>>()
  const of = (channel: string): Set<Listener> => {
    const found = heard.get(channel) ?? new Set<Listener>()
    heard.set(channel, found)
    return found
  }
  const requestMain = Reflect.get(window, 'requestMain') as (
    channel: string,
    args: unknown[],
  ) => Promise<unknown>
  Reflect.set(window, 'companion', {
    request: (channel: string, ...args: unknown[]) => requestMain(channel, args),
    on(channel: string, listener: Listener) {
      of(channel).add(listener)
      return () => of(channel).delete(listener)
    },
  })
  Reflect.set(window, 'pushToWindow', (channel: string, value: unknown) => {
    for (const listener of of(channel)) listener(value)
  })
}
