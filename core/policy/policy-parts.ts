/** The result of running a system program: its output, or that it failed or didn't finish in time. */
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

/** Owner, rights and text of the same file, even if its path is changed meanwhile. */
export interface OwnedFile {
  readonly rights: FileRights
  readonly text: string
}

/** What reading the policies needs of the computer. */
export interface PolicyParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  /** Whether this is the installed program, not one that is being developed. */
  readonly isPackaged: boolean
  /** The user's account name, under which macOS stores managed preferences for one user. */
  readonly userName: string
  /** Returns the text, or throws as Node's `readFileSync` does. */
  readonly readFile: (path: string) => string
  /** Opens a regular file without following links; throws as `openSync` does, or if it isn't a regular file. */
  readonly readOwned: (path: string) => OwnedFile
  /** Owner and rights of a folder; null where the system doesn't say. */
  readonly folderRights: (path: string) => FileRights | null
  /** Runs a program by its full path, without a shell, with its own time limit. Never rejects. */
  readonly run: (program: string, args: readonly string[]) => Promise<ProgramAnswer>
}
