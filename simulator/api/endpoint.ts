/** The calls of the API. */
export type Endpoint = 'extensions' | 'queues' | 'mute' | 'dial'

/** Under which paths each is found. The vendor's own pages write both cases. */
export const PATHS: Readonly<Record<Endpoint, readonly string[]>> = {
  extensions: ['/comet/API/GetExtensionsCalls', '/Comet/API/GetExtensionsCalls'],
  queues: ['/comet/API/GetQueuesCallers', '/Comet/API/GetQueuesCallers'],
  mute: ['/comet/API/MuteUnmuteCalls', '/Comet/API/MuteUnmuteCalls', '/api/MuteUnmuteCalls'],
  dial: ['/ForwardDialer/click2call.aspx'],
}

export const ENDPOINTS: readonly Endpoint[] = ['extensions', 'queues', 'mute', 'dial']
