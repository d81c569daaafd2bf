/** How a field's value is redacted: unchanged when it is a plain number, replaced as a phone number, or word by word. */
export type FieldKind = 'number' | 'phone' | 'status' | 'sentence' | 'text'

/** Every key that the API documents. Any other field is replaced, name and value. */
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
