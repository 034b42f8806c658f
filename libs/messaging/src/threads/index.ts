export { type ThreadTask, threadTask } from './thread-task.js';
export { Threads } from './threads.js';
export { type Asker, askerOf, type TurnLimits, Turns, turnsOf } from './turns.js';
