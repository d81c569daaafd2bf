/** The endpoints of the API. */
export const ENDPOINTS = ['extensions', 'queues', 'mute', 'dial', 'status', 'call-log'] as const

export type Endpoint = (typeof ENDPOINTS)[number]

/** The paths of each. The vendor's own pages use both upper and lower case. */
export const PATHS: Readonly<Record<Endpoint, readonly string[]>> = {
  extensions: ['/comet/API/GetExtensionsCalls', '/Comet/API/GetExtensionsCalls'],
  queues: ['/comet/API/GetQueuesCallers', '/Comet/API/GetQueuesCallers'],
  status: ['/UserLogin/SetStatusFromAPI'],
  mute: ['/comet/API/MuteUnmuteCalls', '/Comet/API/MuteUnmuteCalls', '/api/MuteUnmuteCalls'],
  dial: ['/ForwardDialer/click2call.aspx'],
  'call-log': ['/hub/cdr/', '/hub/cdr'],
}
