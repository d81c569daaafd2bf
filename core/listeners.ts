/** Who listens to one kind of news, in the order in which they subscribed. */
export interface Listeners<News extends readonly unknown[]> {
  /** Returns its own end. */
  readonly add: (listener: (...news: News) => void) => () => void
  readonly call: (...news: News) => void
}

export function createListeners<News extends readonly unknown[]>(): Listeners<News> {
  const listeners = new Set<(...news: News) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    call: (...news) => listeners.forEach((listener) => listener(...news)),
  }
}
