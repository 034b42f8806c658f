/** Where the launcher says what it does; the terminal in earnest, an array in tests. */
export interface Progress {
  say(text: string): void;
}

/** Lines with the seconds since the process began, so that whoever waits sees what takes its time. */
export function terminalProgress(): Progress {
  return {
    say: (text) => {
      const seconds = (performance.now() / 1_000).toFixed(1).padStart(5);
      process.stdout.write(`${seconds} s  ${text}\n`);
    },
  };
}
