import type { Ask } from '../../core/recording-guard/guard-state.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** The state of a recording request, as a sentence; `''` without one, and if the recording itself shows it. */
export function recordingRequestLine(ask: Ask, frozen: boolean, { guard }: Words): string {
  switch (ask.kind) {
    case 'none':
    case 'confirmed':
      return ''
    case 'asked':
      return frozen ? guard.askedBlind : guard.asked[wish(ask)]
    case 'refused':
      return `${guard.refused[wish(ask)]} ${guard.why(ask.why)}`
    case 'unconfirmed': {
      const line = guard.unconfirmed[wish(ask)]
      return ask.why === null ? line : `${line} ${guard.why(ask.why)}`
    }
  }
}

const wish = ({ muted }: { readonly muted: boolean }): 'mute' | 'resume' => (muted ? 'mute' : 'resume')
