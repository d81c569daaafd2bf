import type { PolicyNotice } from '../policy/policy.ts'
import { leftToRight } from './formats.ts'
import type { Words } from './words.ts'

export function policyNoticeText({ policy }: Pick<Words, 'policy'>, notice: PolicyNotice): string {
  switch (notice.kind) {
    case 'policy-unreadable':
      return policy.unreadable(leftToRight(notice.location), policy.faults[notice.why])
    case 'policy-ignored':
      return policy.ignored(leftToRight(notice.location))
    case 'policy-conflict':
      return policy.conflict(notice.key, policy.sources[notice.by], policy.sources[notice.over])
  }
}
