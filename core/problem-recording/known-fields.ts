/** What is done with the value of a field: kept when it is a plain number, read as a phone, or its words exchanged. */
export type FieldKind = 'number' | 'phone' | 'status' | 'sentence' | 'text'

/** Every key that the API documents. What has none of these names is exchanged, name and value. */
export const KNOWN_FIELDS: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ...kind('number', 'ERR', 'ErrorCode', 'callStarted', 'callAnswered', 'answered', 'IsMuted'),
  ...kind('number', 'JoinTime', 'Duration', 'Weight', 'onlineUserStatus'),
  ...kind('phone', 'callerphone', 'did', 'Phone'),
  ...kind('status', 'callstatus', 'direction'),
  ...kind('sentence', 'DESC', 'Message'),
  ...kind(
    'text',
    'EXTENSIONS',
    'QUEUES',
    'calls',
    'Callers',
    'recording',
    'customdata',
    'OriginalIvrUniqueID',
  ),
  ...kind('text', 'name', 'representative', 'username', 'extensionID', 'userID', 'onlineUserID'),
  ...kind('text', 'callername', 'ivrid', 'Filename', 'Name', 'ID', 'CallID', 'ActionID'),
])

/** The words of `callstatus` and `direction`. */
export const STATUS_WORDS: ReadonlySet<string> = new Set(
  'ringing dialing talking hold incoming outgoing click2call spy'.split(' '),
)

/** The words of the sentences in `DESC` and `Message`. */
export const SENTENCE_WORDS: ReadonlySet<string> = new Set(
  'ok authorization failed internal error queue is not found in this account success uniqueivrid parameters are valid'.split(
    ' ',
  ),
)

function kind(of: FieldKind, ...names: readonly string[]): readonly (readonly [string, FieldKind])[] {
  return names.map((name) => [name, of] as const)
}
