/** The event object that Electron hands to listeners; `preventDefault` is heard by whoever emitted it. */
export interface HostEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function createHostEvent(): HostEvent {
  let prevented = false
  return {
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
}
