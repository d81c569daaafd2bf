const MOST_READ_AS_NUMBER = 99_999

/**
 * A process's exit code for the log, such as `139` or `0xc000:0005`. Windows' codes of a crash are ten digits long, which
 * the log would take for a phone number; as hexadecimal in two halves they are what Windows' own documentation lists.
 */
export function exitCodeText(code: number): string {
  if (Math.abs(code) <= MOST_READ_AS_NUMBER) return `${code}`
  const hex = (code >>> 0).toString(16).padStart(8, '0')
  return `0x${hex.slice(0, 4)}:${hex.slice(4)}`
}
