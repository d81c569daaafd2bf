/** What became of a program of the system: its output, or that it failed, or gave no answer in time. */
export type ProgramAnswer =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-answer' }

/** By numbers: 0 is root. `mode` as `chmod` takes it. */
export interface FileRights {
  readonly uid: number
  readonly gid: number
  readonly mode: number
}

/** What reading the policies needs of the computer. */
export interface PolicyParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  /** The name of the person's account, by which macOS keeps what is managed for one person. */
  readonly userName: string
  /** Gives the text, or throws as Node's `readFileSync` does. */
  readonly readFile: (path: string) => string
  /** Who owns a file or folder and may do what with it, as POSIX keeps it; null where that can't be told. */
  readonly rightsOf: (path: string) => FileRights | null
  /** Runs a program by its whole path, without a shell, within a time of its own. Never rejects. */
  readonly run: (program: string, args: readonly string[]) => Promise<ProgramAnswer>
}
