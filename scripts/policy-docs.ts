/** `node scripts/policy-docs.ts`: what a policy may set, from the settings, into docs/policy.md. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { policyPage } from './policy/policy-page.ts'

await writeFile(join(import.meta.dirname, '../docs/policy.md'), await policyPage())
