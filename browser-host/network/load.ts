/** One request as it is sent. */
export interface LoadRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** False: a server's password is not requested; a proxy's is requested anyway. */
  readonly withLogin: boolean
  /** Whose connections to use; by default those of the default session. */
  readonly session?: object | undefined
}

/** The start of a response. */
export interface ResponseHead {
  readonly statusCode: number
  readonly statusMessage: string
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string[]>>
}

export interface Redirect {
  readonly statusCode: number
  readonly method: string
  readonly url: string
}

/** Without a name and a password, no login is sent. */
export type AnswerLogin = (username?: string, password?: string) => void

/** What happens to it. The last event is `complete` or `error`; after a cancel there is none. */
export interface LoadHeard {
  started(head: ResponseHead): void
  /** Nothing more arrives before `resume` is called. */
  data(chunk: Buffer, resume: () => void): void
  complete(): void
  /** By Chromium's name, without `net::`. */
  error(name: string): void
  login(info: Electron.AuthInfo, answer: AnswerLogin): void
  /** Followed unless it is cancelled in the meantime. */
  redirect(to: Redirect, headers: ResponseHead['headers']): void
}

export interface Loaded {
  cancel(): void
}

export type Load = (asked: LoadRequest, heard: LoadHeard) => Loaded
