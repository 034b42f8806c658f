// Imported into a process that is measured: from one SIGWINCH (which ends nobody) to the next it takes a CPU profile, kept in PROFILE_DIRECTORY.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

mkdirSync(process.env.PROFILE_DIRECTORY, { recursive: true });
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });
const name = `${process.argv[1]?.match(/services[\\/](\w+)/)?.[1] ?? 'process'}-${process.pid}`;
let count = 0;
let isOn = false;

function begin() {
  session.post('Profiler.start');
}

function keep() {
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error;
    count += 1;
    const file = join(process.env.PROFILE_DIRECTORY, `${name}-${count}.cpuprofile`);
    writeFileSync(file, JSON.stringify(result.profile));
  });
}

process.on('SIGWINCH', () => {
  isOn = !isOn;
  if (isOn) begin();
  else keep();
});
