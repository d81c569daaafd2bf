/** The documented response for one extension with one call, as the API writes it. */
export function oneExtension(
  calls: readonly Readonly<Record<string, unknown>>[] = [ringingCall('2026011500000001')],
): string {
  const extension = {
    name: 'User 2',
    representative: 'User 2',
    username: 'SIPSIP2',
    extensionID: 97483478,
    userID: 46454322,
    onlineUserID: 46454322,
    onlineUserStatus: 1,
    calls,
  }
  return JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: [extension] })
}

/** A call that starts to ring at `now` (epoch ms), as the API writes it. */
export function ringingCall(
  ivrid: string,
  now = Date.now(),
  callerphone = '0722776772',
): Readonly<Record<string, unknown>> {
  return {
    callStarted: Math.floor(now / 1000),
    callAnswered: 0,
    answered: 0,
    callername: 'Sales',
    callerphone,
    callstatus: 'Ringing',
    customdata: {},
    direction: 'Incoming',
    ivrid,
    recording: { Filename: '', IsMuted: 0 },
    did: '039001234',
  }
}
