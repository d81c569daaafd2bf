/** The listeners of one kind of event, in the order they subscribed. */
export function createListeners<News extends readonly unknown[]>() {
  const listeners = new Set<(...news: News) => void>()
  return {
    /** Returns a function that unsubscribes. */
    add: (listener: (...news: News) => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Those that subscribe or unsubscribe meanwhile count from the next event. */
    call(...news: News): void {
      for (const listener of [...listeners]) listener(...news)
    },
    /** Unsubscribes all. */
    clear: (): void => listeners.clear(),
  }
}
