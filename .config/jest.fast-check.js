// Stands for fast-check in every test: properties are tried with the same cases in each run, so that none fails by
// chance. Another number tries others: PROPERTY_SEED=7 npm test
import fc from '../node_modules/fast-check/lib/fast-check.js';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_120) });

export * from '../node_modules/fast-check/lib/fast-check.js';
export default fc;
