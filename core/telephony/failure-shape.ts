import * as v from 'valibot'
import * as why from '../connection.ts'

/** A response that isn't from this API, as read back from a file. */
export const MALFORMED = v.object({ kind: v.literal('malformed'), why: v.picklist(why.MALFORMED) })

/** No response at all, likewise. */
export const UNREACHABLE = v.object({ kind: v.literal('unreachable'), why: v.picklist(why.UNREACHABLE) })
