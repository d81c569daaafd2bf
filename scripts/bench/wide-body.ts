export const WIDE_EXTENSIONS = 5_000
const CHANGED = WIDE_EXTENSIONS / 100

/** A wide response; from each round to the next, one extension in a hundred moves to the next phase of its call. */
export function wideBody(round: number): string {
  const extensions = Array.from({ length: WIDE_EXTENSIONS }, (_, index) => {
    const turns = Math.floor((round * CHANGED + WIDE_EXTENSIONS - 1 - index) / WIDE_EXTENSIONS)
    return {
      name: `עובד ${index}`,
      representative: `User ${index}`,
      username: `SIPSIP${index}`,
      extensionID: 97_483_478 + index,
      userID: 46_454_322 + index,
      onlineUserID: 46_454_322 + index,
      onlineUserStatus: 1,
      calls: index % 2 === 0 ? [busyCall(index, turns)] : turns % 2 === 0 ? [] : [busyCall(index, turns)],
    }
  })
  return JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })
}

const busyCall = (index: number, turns: number): object => ({
  callStarted: 1_768_471_200 + turns,
  callAnswered: 1_768_471_208 + turns,
  answered: 1,
  callername: 'מכירות',
  callerphone: `05${String(10_000_000 + index)}`,
  callstatus: turns % 2 === 0 ? 'Talking' : 'Hold',
  customdata: {},
  direction: 'Incoming',
  ivrid: `20260115${index}`,
  recording: { Filename: `20260115${index}-aws.mp3`, IsMuted: 0 },
  did: '039001234',
})
