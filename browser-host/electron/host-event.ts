/** The event object that Electron passes to listeners; the emitter sees whether `preventDefault` was called. */
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
