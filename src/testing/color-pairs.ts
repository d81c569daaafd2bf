/** Two colour roles that are adjacent on screen. `text` is read; `sign` is an icon, a bar, or the edge of a control. */
export interface ColorPair {
  readonly ink: string
  readonly on: readonly string[]
  readonly as: 'text' | 'sign'
}

const text = (ink: string, ...on: readonly string[]): ColorPair => ({ ink, on, as: 'text' })
const sign = (ink: string, ...on: readonly string[]): ColorPair => ({ ink, on, as: 'sign' })

export const COLOR_PAIRS: readonly ColorPair[] = [
  text(
    'text',
    'ground',
    'surface',
    'sunken',
    'control',
    'accent-soft',
    'ringing-soft',
    'trouble-soft',
    'caution-soft',
  ),
  text('text-quiet', 'ground', 'surface', 'sunken', 'control', 'accent-soft', 'ringing-soft'),
  text('accent', 'ground', 'surface', 'sunken', 'accent-soft'),
  text('on-accent', 'accent'),
  text('ringing', 'surface', 'ringing-soft'),
  text('on-badge', 'ringing'),
  text('surface', 'trouble'),
  // A count that is no longer live.
  text('text-quiet', 'track'),
  text('talking', 'surface'),
  text('held', 'surface'),
  text('dialing', 'surface'),
  text('recording', 'surface', 'sunken'),
  text('caution', 'ground', 'surface', 'sunken', 'caution-soft'),
  text('trouble', 'ground', 'surface', 'sunken', 'control', 'trouble-soft'),
  text('good', 'ground', 'surface', 'sunken', 'control'),
  // The focus ring, whatever is beneath it.
  sign('accent', 'ringing-soft', 'caution-soft', 'trouble-soft'),
  sign('line-control', 'ground', 'surface', 'sunken', 'control'),
  sign('resting', 'ground', 'surface'),
  // A queue's progress bar and a ribbon's spans, on their track.
  sign('talking', 'track'),
  sign('held', 'track'),
  sign('dialing', 'track'),
  sign('ringing', 'track'),
  sign('trouble', 'track'),
]

/** Lines between things that are also separated by space or words: nothing is lost without them. */
export const DECORATION: readonly string[] = ['line', 'ringing-line', 'caution-line', 'trouble-line']
