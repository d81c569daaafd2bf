import { systemClock } from '../../core/clock.ts'
import { requestCaller, type CallerOutcome } from '../../core/popup-screen/request-caller.ts'
import { requestFields } from '../../core/popup-screen/request-fields.ts'
import { sampleCall } from '../../core/templates/sample-call.ts'
import type { Behaviour } from '../../simulator/popup-screen/behaviour.ts'
import type { CentreProcess } from './centre-process.ts'

/** What became of a request to the endpoint for caller names while it behaves like that. */
export interface PopupScreenMeasure {
  readonly name: string
  readonly outcome: CallerOutcome
}

const PAGE_HOST = 'crm.example'

/** What is simulated, in words for the reader. */
const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  'as-usual': 'none',
  slow: 'no response for 10 s',
  down: 'the connection dropped without a response',
  '401': 'HTTP 401',
  '500': 'HTTP 500',
  'not-ok': 'another STATUS than OK',
  'lower-case': 'names of fields in lower case',
  'text-total': 'TOTAL as text',
  'only-ok': 'nothing but STATUS',
  'login-page': 'a web page with HTTP 200',
  'half-body': 'half a body, then the connection is closed normally',
  'not-json': 'broken JSON',
  redirect: 'a redirect',
  huge: 'a body of 10 MB',
  markup: 'HTML and a character that reorders text in the name',
  'number-name': 'the number as the name',
  'long-name': 'a name of 24,000 characters',
  'script-page': 'a page at `javascript:`',
  'foreign-page': 'a page on a host that isn’t listed',
}

/** Requests a name once during each behaviour, for a caller whom the endpoint knows. */
export async function measurePopupScreen(centre: CentreProcess): Promise<readonly PopupScreenMeasure[]> {
  const { phone } = sampleCall(Date.now())
  await centre.sim('popup-screen/caller', {
    ...{ phone: phone.received, name: 'Dana Levi', company: 'Brightwater' },
    ...{ total: 1, url: `https://${PAGE_HOST}/c/17` },
  })
  const measures: PopupScreenMeasure[] = []
  for (const [kind, name] of Object.entries(BEHAVIOURS)) {
    await centre.sim('popup-screen/behaviour', { kind })
    measures.push({ name, outcome: await request(centre) })
  }
  return measures
}

function request(centre: CentreProcess): Promise<CallerOutcome> {
  const { now, after } = systemClock()
  const call = { ...sampleCall(Date.now()), connected: false, answered: false, startedApiSeconds: null }
  return requestCaller(
    {
      ...{ fetch, now, after, url: `${centre.origin()}/popup-screen` },
      allowed: { hosts: [PAGE_HOST], schemes: [] },
    },
    requestFields(
      {
        call: { ...call, answeredAt: null, recording: { state: 'unknown', fileName: '' } },
        phase: 'ringing',
      },
      null,
    ),
    new AbortController().signal,
  )
}
