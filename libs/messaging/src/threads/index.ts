export { type ThreadTask, threadTask } from './thread-task.js';
export { Threads } from './threads.js';
export { type TaskRequester, taskRequesterOf, type TurnLimits, FairTurns, fairTurns } from './fair-turns.js';
