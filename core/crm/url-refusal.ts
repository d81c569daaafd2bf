/** Why a URL is not opened. */
export type UrlRefusal =
  /** The template has errors. */
  | 'template'
  /** Not https, nor a scheme that policy names. */
  | 'scheme'
  /** A scheme that runs what it is given; not even policy can name it. */
  | 'script'
  /** What follows `https:` is not `//` and a host. */
  | 'no-host'
  | 'backslash'
  /** Or a space: readers of URLs drop some of them. */
  | 'control-character'
  /** A name or password before the host. */
  | 'user-info'
  /** Letters that only look like others. */
  | 'host-not-ascii'
  /** A field within scheme, host or port: whoever calls would say where it leads. */
  | 'field-in-host'
  /** A field in the address of a file: whoever calls would say which one. */
  | 'field-in-file'
  | 'port'
  | 'host-not-listed'
  | 'not-a-url'
  /** A value such as `..` would take away a part of the path. */
  | 'path-changed'
  | 'too-long'
  /** It names the caller's number, in a form in which this call has none. */
  | 'no-number'
