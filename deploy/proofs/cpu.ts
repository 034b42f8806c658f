import { readdirSync, readFileSync } from 'node:fs';

export type CpuSeconds = Readonly<Record<string, number>>;

const ticksPerSecond = 100;

/** How much processor these processes have used so far, with their children, those that have ended too (Linux only). */
export function cpuOf(pids: Readonly<Record<string, number>>): CpuSeconds {
  if (process.platform !== 'linux') return {};
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf),
  );
  const withChildren = (pid: number): number => {
    const own = all.get(pid)?.ticks ?? 0;
    const children = [...all].filter(([, { parent }]) => parent === pid);
    return children.reduce((sum, [child]) => sum + withChildren(child), own);
  };
  return Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [name, withChildren(pid) / ticksPerSecond]),
  );
}

function statOf(pid: string): [number, { readonly parent: number; readonly ticks: number }][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1);
    // utime, stime, cutime, cstime of proc(5), counted from the state.
    return [[Number(pid), { parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }]];
  } catch {
    return []; // it has ended since
  }
}
