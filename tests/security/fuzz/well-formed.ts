import { z } from 'zod'
import type { RequestChannel } from '../../../core/contract.ts'
import { SETTING_KEYS } from '../../../core/settings/settings.ts'

const key = z.string().max(512)
const name = z.string().min(1).max(80).nullable()
const whole = z.number().int().min(0)
const safe = z.number().int()
const noArguments = z.tuple([])
const secret = z.string().min(1).max(10_000)

const OF_POLICY: readonly string[] = ['crmSchemes', 'updateServer']
const settable = new Set<string>(SETTING_KEYS.filter((one) => !OF_POLICY.includes(one)))

/** A settings change: known settings, at least one, and never what the policy alone may name. */
const change = z.custom<object>(
  (one) =>
    typeof one === 'object' &&
    one !== null &&
    Object.keys(one).length > 0 &&
    Object.keys(one).every((key) => settable.has(key)),
)

/** What a handler may ever be given, channel by channel: written apart from the readers, to disagree with them. */
export const WELL_FORMED: Readonly<Record<RequestChannel, z.ZodType>> = {
  'state:read': noArguments,
  'settings:read': noArguments,
  'settings:change': z.tuple([change]),
  'account:test': z.tuple([
    z.strictObject({ code: secret.nullable(), extension: z.string().min(1).max(512) }),
  ]),
  'account:save': z.tuple([
    z.strictObject({ code: secret.nullable(), extension: z.string().min(1).max(512) }),
  ]),
  'call:copy': z.tuple([key, z.enum(['number', 'name', 'did', 'ivrid', 'card'])]),
  'call:copy-as': z.tuple([key, name]),
  'template:preview': z.tuple([
    z.strictObject({ template: z.string().max(40_000), format: z.enum(['text', 'json']) }),
  ]),
  'recording:mute': z.tuple([key, z.boolean()]),
  'recording:mend': z.tuple([safe]),
  'recording:dismiss': z.tuple([safe]),
  'page:open': z.tuple([key, name]),
  'page:dry-run': z.tuple([z.array(z.unknown()).max(50)]),
  'webhook:secret': z.tuple([secret.nullable()]),
  'queue:copy': z.tuple([key, key]),
  'team:read': noArguments,
  'team:copy': z.tuple([key, z.enum(['extension', 'caller'])]),
  'view:look': z.tuple([z.strictObject({ queues: z.boolean(), team: z.boolean() })]),
  'missed:clear': noArguments,
  'history:read': z.tuple([
    z.strictObject({
      text: z.string().max(200),
      filter: z.enum(['all', 'missed', 'incoming', 'outgoing', 'muted']),
      limit: z.number().int().min(1).max(200),
      before: z.number().optional(),
    }),
  ]),
  'history:note': z.tuple([key, z.string().max(4_000)]),
  'history:label': z.tuple([key, z.string().max(200).nullable()]),
  'history:forget': z.tuple([key]),
  'history:export': z.tuple([z.enum(['csv', 'json'])]),
  'report:read': z.tuple([z.number().int().min(1).max(366)]),
  'alerts:test': noArguments,
  'alerts:system': noArguments,
  'alerts:open-system': noArguments,
  'alerts:pause': z.tuple([z.union([z.literal(15), z.literal(60), z.null()])]),
  'keys:record': z.tuple([z.boolean()]),
  'poll:now': noArguments,
  'problem:record': noArguments,
  'problem:stop': noArguments,
  'diagnostics:read': noArguments,
  'diagnostics:copy': noArguments,
  'demo:start': noArguments,
  'demo:stop': noArguments,
  'window:hide': noArguments,
  'updates:check': noArguments,
  'updates:install': noArguments,
  'popup:read': noArguments,
  'popup:drawn': z.tuple([whole, whole]),
  'popup:open': z.tuple([key]),
  'popup:dismiss': z.tuple([key]),
}
