const FRAMES = 8
const MAX_LINE = 500 // a message may have any length; a frame is a name and a path

/**
 * An error for the log: its class, its code and where it happened. Not its message, which may quote what was read (a
 * name, a number), nor the folders of the path, which may contain the user's name.
 */
export function errorTrace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code: unknown = Reflect.get(error, 'code')
  const kind = typeof code === 'string' && /^[A-Z_\d]+$/.test(code) ? `${error.name} ${code}` : error.name
  return [kind, ...frames(error.stack ?? '')].join(' < ')
}

const FRAME = /^ {4}at (?:(?:async )?([\w.#<>$]+) )?.*?([\w.-]+:\d+:\d+)\)?$/

/** The positions, from the innermost outwards, such as `take (index.js:120:9)`. */
function frames(stack: string): readonly string[] {
  return stack
    .split('\n')
    .flatMap((line) => (line.length <= MAX_LINE ? [FRAME.exec(line)] : []))
    .filter((found) => found !== null)
    .slice(0, FRAMES)
    .map(([, name = '', position = '']) => `${name} (${position})`.trim())
}
