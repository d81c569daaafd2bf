import { type DownloadProgress, progressText } from './download-progress.ts'

export interface ProgressLine {
  show(progress: DownloadProgress): void
  /** Ends the line, so that the next text starts on a new one. */
  end(): void
}

export interface ProgressLineParts {
  readonly write: (text: string) => void
  /** True for a terminal, whose line is overwritten; elsewhere each tenth gets a line. */
  readonly rewrites: boolean
}

/** Shows a download's progress when it has changed visibly. */
export function createProgressLine({ write, rewrites }: ProgressLineParts): ProgressLine {
  let shown = ''
  let step = -1
  return {
    show(progress) {
      const text = `  ${progressText(progress)}`
      const next = stepOf(progress)
      if (rewrites ? text === shown : next === step) return
      write(rewrites ? `\r${text.padEnd(shown.length)}` : `${text}\n`)
      shown = text
      step = next
    },
    end() {
      if (rewrites && shown !== '') write('\n')
      shown = ''
    },
  }
}

const UNKNOWN_STEP_BYTES = 10_000_000

const stepOf = ({ transferredBytes, totalBytes }: DownloadProgress): number =>
  totalBytes === null || totalBytes === 0
    ? Math.floor(transferredBytes / UNKNOWN_STEP_BYTES)
    : Math.floor((10 * transferredBytes) / totalBytes)
