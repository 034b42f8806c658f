import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top of the workspace, from any file in it, compiled or not. */
export function rootAbove(path: string): string {
  const directory = dirname(path);
  return existsSync(join(directory, 'nx.json')) ? directory : rootAbove(directory);
}
