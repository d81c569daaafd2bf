import { execFile } from 'node:child_process'
import type { RunProgram } from './do-not-disturb.ts'

const ANSWER_MS = 1_000 // a system that takes longer won't report at all

/** Runs a system program without a shell; null if it fails, is missing, or takes longer than a second. */
export const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: ANSWER_MS, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    )
  })
