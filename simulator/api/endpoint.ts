/** The endpoints of the API. */
export type Endpoint = 'extensions' | 'queues' | 'mute' | 'dial' | 'status' | 'call-log'

/** The paths of each. The vendor's own pages use both upper and lower case. */
export const PATHS: Readonly<Record<Endpoint, readonly string[]>> = {
  extensions: ['/comet/API/GetExtensionsCalls', '/Comet/API/GetExtensionsCalls'],
  queues: ['/comet/API/GetQueuesCallers', '/Comet/API/GetQueuesCallers'],
  status: ['/UserLogin/SetStatusFromAPI'],
  mute: ['/comet/API/MuteUnmuteCalls', '/Comet/API/MuteUnmuteCalls', '/api/MuteUnmuteCalls'],
  dial: ['/ForwardDialer/click2call.aspx'],
  'call-log': ['/hub/cdr/', '/hub/cdr'],
}

export const ENDPOINTS: readonly Endpoint[] = ['extensions', 'queues', 'mute', 'dial', 'status', 'call-log']
