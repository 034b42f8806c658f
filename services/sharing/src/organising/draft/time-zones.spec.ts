import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const jest = pathTo('../../../../../node_modules/jest/bin/jest.js');
const projects = [pathTo('../../../jest.config.js'), pathTo('../../../../../libs/domain/jest.config.js')];
const pure = ['copied-times.spec', 'suitable-day.model.spec', 'series-plan.spec', 'holidays.spec'];

// The zone of a process is fixed at its start, so each zone gets a process of its own.
it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
  'E39: holidays, the times of copies and the days of series are the same where the process runs in %s',
  async (zone) => {
    const flags = ['--no-warnings', jest, '--projects', ...projects, '--json', '--testPathPatterns', ...pure];
    const { stdout } = await promisify(execFile)(process.execPath, flags, {
      env: { ...process.env, TZ: zone },
    });
    const { numPassedTests, numTotalTests, numPassedTestSuites } = JSON.parse(stdout) as Record<
      string,
      number
    >;
    expect(numPassedTestSuites).toBe(pure.length);
    expect(numPassedTests).toBe(numTotalTests);
  },
);
