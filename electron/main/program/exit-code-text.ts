const MOST_READ_AS_NUMBER = 99_999

/**
 * A process's exit code for the log, such as `139` or `0xc000:0005`. Windows' crash codes have ten digits, which the
 * log would mask as a phone number; as hexadecimal in two halves they match Windows' own documentation.
 */
export function exitCodeText(code: number): string {
  if (Math.abs(code) <= MOST_READ_AS_NUMBER) return `${code}`
  const hex = (code >>> 0).toString(16).padStart(8, '0')
  return `0x${hex.slice(0, 4)}:${hex.slice(4)}`
}
