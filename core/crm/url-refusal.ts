/** Why a URL is not opened. */
export type UrlRefusal =
  /** The template has errors. */
  | 'template'
  /** Neither https nor, for a policy rule, a scheme that the policy names. */
  | 'scheme'
  /** A scheme that runs its content; not even a policy can name it. */
  | 'script'
  /** `https:` isn't followed by `//` and a host. */
  | 'no-host'
  | 'backslash'
  /** Or a space: URL parsers drop some of them. */
  | 'control-character'
  /** A name or password before the host. */
  | 'user-info'
  /** Letters that look like others. */
  | 'host-not-ascii'
  /** A field within scheme, host or port: the caller would decide where it leads. */
  | 'field-in-host'
  | 'port'
  | 'host-not-listed'
  | 'not-a-url'
  /** A value such as `..` would remove part of the path. */
  | 'path-changed'
  | 'too-long'
  /** It uses the caller's number in a form that this call doesn't have. */
  | 'no-number'
