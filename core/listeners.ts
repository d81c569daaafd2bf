/** The listeners of one kind of event, in the order they subscribed. */
export interface Listeners<News extends readonly unknown[]> {
  /** Returns a function that unsubscribes. */
  readonly add: (listener: (...news: News) => void) => () => void
  readonly call: (...news: News) => void
  /** Unsubscribes all. */
  readonly clear: () => void
}

export function createListeners<News extends readonly unknown[]>(): Listeners<News> {
  const listeners = new Set<(...news: News) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    call: (...news) => listeners.forEach((listener) => listener(...news)),
    clear: () => listeners.clear(),
  }
}
