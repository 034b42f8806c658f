export { type ThreadTask, threadTask } from './thread-task.js';
export { Threads } from './threads.js';
export { type Asker, askerOf, type TurnLimits, FairTurns, fairTurns } from './fair-turns.js';
