import fc from 'fast-check'

// The same cases in every run: a change is judged by itself, not by its luck. `FAST_CHECK_SEED=random` looks further.
const said = process.env['FAST_CHECK_SEED'] ?? '20260115'
if (said !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(said) })
