import * as v from 'valibot'

/** The API's responses exactly as documented; our own reader accepts more than that. */
const epoch = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const id = v.pipe(v.string(), v.minLength(1))
const status = { ERR: v.literal(0), DESC: v.string() }

const call = v.strictObject({
  callStarted: epoch,
  callAnswered: epoch,
  answered: v.picklist([0, 1]),
  callername: v.string(),
  callerphone: v.string(),
  callstatus: v.picklist(['Ringing', 'Dialing', 'Talking', 'Hold']),
  customdata: v.record(v.string(), v.unknown()),
  direction: v.picklist(['Incoming', 'Outgoing']),
  ivrid: id,
  recording: v.strictObject({ Filename: v.string(), IsMuted: v.picklist([0, 1]) }),
  did: v.string(),
})

const extension = v.strictObject({
  name: v.string(),
  representative: v.string(),
  username: id,
  extensionID: v.pipe(v.number(), v.safeInteger()),
  userID: v.pipe(v.number(), v.safeInteger()),
  onlineUserID: v.pipe(v.number(), v.safeInteger()),
  onlineUserStatus: v.picklist([1, 2, 3, 5, 7, 9, 11, 12, 13]),
  calls: v.array(call),
})

const queue = v.strictObject({
  Name: v.string(),
  ID: v.pipe(v.number(), v.safeInteger()),
  Weight: v.pipe(v.number(), v.safeInteger()),
  Callers: v.array(v.strictObject({ Phone: v.string(), CallID: id, JoinTime: epoch, Duration: epoch })),
})

export const documentedShape = {
  extensions: v.strictObject({ ...status, EXTENSIONS: v.array(extension) }),
  queues: v.strictObject({ ...status, QUEUES: v.array(queue) }),
  mute: v.strictObject({ ErrorCode: v.string(), Message: v.string(), ActionID: v.string() }),
}
