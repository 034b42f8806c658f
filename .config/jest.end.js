/** A suite that cannot start leaves connections behind, for which Jest would wait for ever: it ends, as failed. */
export default function endOfAll() {
  const end = () => {
    process.stderr.write('Something is still open 30 seconds after the last test.\n');
    process.exit(1);
  };
  // Nobody waits for the timer: where nothing is left open the process has ended long before.
  setTimeout(end, 30_000).unref();
}
