// Writes what a run of Jest found for `npm test`, which adds up the runs of all projects: what is shown passes through other
// programs, and may be torn to pieces on its way.
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One file for each run, in the directory that `GONGXIANG_TEST_RESULTS` names. */
export default class Results {
  onRunComplete(_contexts, results) {
    const directory = process.env.GONGXIANG_TEST_RESULTS;
    if (directory === undefined) return;
    const found = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests,
      files: results.testResults.map(({ testFilePath, perfStats }) => ({
        file: fromRoot(testFilePath),
        seconds: (perfStats.end - perfStats.start) / 1_000,
      })),
      failedFiles: results.testResults.filter(hasFailed).map(({ testFilePath, failureMessage }) => ({
        file: fromRoot(testFilePath),
        message: failureMessage ?? 'no reason was given',
      })),
    };
    writeFileSync(join(directory, `${process.pid}.json`), JSON.stringify(found));
  }
}

function fromRoot(path) {
  return relative(root, path).split(sep).join('/');
}

function hasFailed({ numFailingTests, testExecError }) {
  return numFailingTests > 0 || testExecError !== undefined;
}
