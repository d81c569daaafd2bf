/** A request whose effect a response will show. Epoch ms by this computer's clock; `concludedAt`: its own response. */
interface SentRequest {
  readonly sentAt: number
  readonly concludedAt: number | null
}

/** The request as seen `at`: a clock that was set back would leave it in the future, where no response can confirm it. */
export function sinceClockWasSet<Request extends SentRequest>(request: Request, at: number): Request {
  const concludedAt = request.concludedAt === null ? null : Math.min(request.concludedAt, at)
  return { ...request, sentAt: Math.min(request.sentAt, at), concludedAt }
}
