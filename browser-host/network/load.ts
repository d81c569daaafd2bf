/** One request as it is sent. */
export interface LoadAsked {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** False: a server's password is not requested; a proxy's is requested anyway. */
  readonly withLogin: boolean
  /** Over a connection that no other request has used. */
  readonly fresh: boolean
}

/** The start of a response. */
export interface ResponseHead {
  readonly statusCode: number
  readonly statusMessage: string
  readonly httpVersion: { readonly major: number; readonly minor: number }
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string[]>>
  readonly rawHeaders: readonly (readonly [name: string, value: string])[]
}

export interface Redirect {
  readonly statusCode: number
  readonly method: string
  readonly url: string
}

/** Without a name and a password there is no login. */
export type AnswerLogin = (username?: string, password?: string) => void

/** What becomes of it. The last one is `complete` or `error`; after a cancel there is none. */
export interface LoadHeard {
  started(head: ResponseHead): void
  /** Nothing more arrives before `resume` is called. */
  data(chunk: Buffer, resume: () => void): void
  complete(): void
  /** By Chromium's name, without `net::`. */
  error(name: string): void
  login(info: Electron.AuthInfo, answer: AnswerLogin): void
  /** Followed unless it is cancelled meanwhile. */
  redirect(to: Redirect, headers: ResponseHead['headers']): void
}

export interface Loaded {
  cancel(): void
}

export type Load = (asked: LoadAsked, heard: LoadHeard) => Loaded
