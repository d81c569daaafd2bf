import type { Copied } from '../../../core/contract.ts'

/** Copies a text to the clipboard with `write`; never rejects. An empty text leaves the clipboard alone. */
export async function copyToClipboard(
  text: string,
  write: (text: string) => Promise<unknown>,
): Promise<Copied> {
  if (text === '') return { kind: 'nothing-to-copy' }
  try {
    await write(text)
    return { kind: 'copied' }
  } catch {
    return { kind: 'failed' }
  }
}
