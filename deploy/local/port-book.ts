import { freePort, isPortFree } from '@gongxiang/testing/servers';
import type { Progress } from './progress.js';

/** Gives each process of a stack its port, and says when it is not the usual one. */
export interface PortBook {
  take(name: string, preferred: number): Promise<number>;
  /** The port that was given to it, or another where somebody else has begun to listen there meanwhile. */
  keep(name: string, given: number): Promise<number>;
}

/** Two that ask one after the other never get the same port, although neither listens yet. */
export function openPortBook(progress: Progress): PortBook {
  const given = new Set<number>();
  return {
    async take(name, preferred) {
      const port = await freePort(preferred, given);
      if (given.has(port)) {
        return this.take(name, port + 1);
      }
      given.add(port);
      if (port !== preferred) {
        progress.say(`Port ${preferred} is taken: ${name} listens on ${port}`);
      }
      return port;
    },
    async keep(name, port) {
      return (await isPortFree(port)) ? port : this.take(name, port);
    },
  };
}
