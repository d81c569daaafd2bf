import fc from 'fast-check'
import { z } from 'zod'
import type { ArgumentShape } from '../../../core/ipc/argument.ts'
import { REQUESTS, type ChannelReadInMain, type RequestChannel } from '../../../core/ipc/channels.ts'
import { SETTING_KEYS } from '../../../core/settings/settings.ts'

const secret = z.string().min(1).max(10_000)
const account = z.strictObject({ code: secret.nullable(), extension: z.string().min(1).max(512) })

const OF_POLICY: readonly string[] = ['crmSchemes', 'updateServer']
const settable = new Set<string>(SETTING_KEYS.filter((one) => !OF_POLICY.includes(one)))

/** A settings change: known settings, at least one, and none that only a policy may set. */
const change = z.custom<object>(
  (one) =>
    typeof one === 'object' &&
    one !== null &&
    Object.keys(one).length > 0 &&
    Object.keys(one).every((key) => settable.has(key)),
)

/**
 * What may ever reach the handlers whose arguments main reads itself: written independently of the readers, to disagree
 * with them.
 */
const READ_IN_MAIN: Readonly<Record<ChannelReadInMain, z.ZodType>> = {
  'settings:change': z.tuple([change]),
  'account:test': z.tuple([account]),
  'account:save': z.tuple([account]),
  'webhook:secret': z.tuple([secret.nullable()]),
  'history:read': z.tuple([
    z.strictObject({
      text: z.string().max(200),
      filter: z.enum(['all', 'missed', 'incoming', 'outgoing', 'muted']),
      limit: z.number().int().min(1).max(200),
      before: z.number().optional(),
    }),
  ]),
}

/** What may ever reach the handler of this request: from the shapes of the contract, without its readers. */
export function wellFormed(channel: RequestChannel): z.ZodType {
  if (isReadInMain(channel)) return READ_IN_MAIN[channel]
  // A tuple of the schemas, however many.
  const schemas = shapesOf(channel).map(schemaOf)
  return z.tuple(schemas as [z.ZodType, ...z.ZodType[]])
}

/**
 * Arguments that this request accepts, by the shapes of the contract; none for requests whose arguments main reads
 * itself.
 */
export const goodArguments = (channel: RequestChannel): fc.Arbitrary<readonly unknown[]>[] =>
  isReadInMain(channel) ? [] : [fc.tuple(...shapesOf(channel).map(valueOf))]

const isReadInMain = (channel: RequestChannel): channel is ChannelReadInMain =>
  Object.hasOwn(READ_IN_MAIN, channel)

const shapesOf = (channel: RequestChannel): readonly ArgumentShape[] =>
  (REQUESTS[channel].args ?? []).map(({ shape }) => shape)

function schemaOf(shape: ArgumentShape): z.ZodType {
  switch (shape.kind) {
    case 'flag':
      return z.boolean()
    case 'whole':
      return z.number().int().min(shape.least).max(shape.most)
    case 'text':
      return z.string().min(shape.least).max(shape.most)
    case 'choice':
      return z.literal([...shape.among])
    case 'list':
      return z.array(z.unknown()).max(shape.most)
    case 'or-null':
      return schemaOf(shape.of).nullable()
    case 'fields':
      return z.strictObject(mapValues(shape.of, schemaOf))
  }
}

function valueOf(shape: ArgumentShape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'flag':
      return fc.boolean()
    case 'whole':
      return fc.integer({ min: shape.least, max: Math.min(shape.most, shape.least + 1_000) })
    case 'text':
      return fc.oneof(
        fc.constant('S/1'),
        fc.string({ minLength: shape.least, maxLength: Math.min(shape.most, 100) }),
      )
    case 'choice':
      return fc.constantFrom(...shape.among)
    case 'list':
      return fc.array(fc.anything(), { maxLength: Math.min(shape.most, 3) })
    case 'or-null':
      return fc.option(valueOf(shape.of))
    case 'fields':
      // With one extra argument, which must be dropped.
      return fc.record({ ...mapValues(shape.of, valueOf), beside: fc.string() })
  }
}

const mapValues = <T, R>(of: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value)]))
