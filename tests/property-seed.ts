import fc from 'fast-check'

// The same cases in every run, so that a result depends on the change and not on luck. `FAST_CHECK_SEED=random` tries
// others.
const said = process.env['FAST_CHECK_SEED'] ?? '20260115'
if (said !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(said) })
