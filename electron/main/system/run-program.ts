import { execFile } from 'node:child_process'
import type { RunProgram } from './do-not-disturb.ts'

const ANSWER_MS = 1_000 // a system that takes longer to tell is one that does not tell

/** Runs a program of the system without a shell; null when it fails, is not there, or takes longer than a second. */
export const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: ANSWER_MS, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    )
  })
