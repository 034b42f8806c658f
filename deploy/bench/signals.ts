/** Ctrl-C ends the servers as well: what was started is ended when this process exits, and a signal alone is no exit. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}
