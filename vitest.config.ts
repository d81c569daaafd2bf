import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { ByEnvironment } from './tests/by-environment.ts'

/** They only read the program's text. */
const PLANTED = 'tests/torture/planted/*.test.ts'
const SLOW = '{core,electron,src,simulator,browser-host,scripts}/**/*.slow.test.ts'

export default defineConfig({
  plugins: [vue()],
  test: {
    passWithNoTests: false,
    sequence: { sequencer: ByEnvironment },
    // The programs that tests start repeatedly needn't be compiled each time.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
    setupFiles: [join(import.meta.dirname, 'tests/property-seed.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{core,electron,src,simulator,browser-host,scripts}/**/*.test.ts',
            'tests/{architecture,contract}/**/*.test.ts',
            'tests/security/source/**/*.test.ts',
            PLANTED,
          ],
          exclude: [SLOW],
          // Nothing happens at import and nothing is a singleton, so test files can share a worker, which halves the
          // time.
          isolate: false,
          // Generous: machines are shared, and no test here is a measurement.
          testTimeout: 120_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          // They start programs, fill whole databases or run thousands of cases.
          include: [SLOW],
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['tests/{torture,fuzz,security/fuzz}/**/*.test.ts'],
          exclude: [PLANTED],
          // Only against hanging: it runs in the background of the end-to-end tests (scripts/test.ts).
          testTimeout: 1_800_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/{e2e,electron-contract,security/built}/**/*.test.ts'],
          // `npm run e2e:electron` names the runtime for these.
          exclude: process.env['RINGSIDE_E2E_ELECTRON'] === undefined ? ['**/electron-only.test.ts'] : [],
          // A worker keeps its browser, and Playwright, for all its files.
          isolate: false,
          setupFiles: [join(import.meta.dirname, 'tests/e2e/one-browser-a-worker.ts')],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } }, // only against hanging: no test here is a measurement
          // Mostly waiting: two of them leave half of two cores idle.
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'visual',
          include: ['tests/visual/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2, // each starts a browser
        },
      },
    ],
  },
})
