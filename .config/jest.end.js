/**
 * A suite may leave connections behind, for which Jest would wait for ever: it ends, with the code that its results have. One
 * that could not start has failed by itself.
 */
export default function endOfAll() {
  const end = () => {
    const open = process.getActiveResourcesInfo().join(', ');
    process.stderr.write(`Something is still open 30 seconds after the last test: ${open}\n`);
    process.exit();
  };
  // Nobody waits for the timer: where nothing is left open the process has ended long before.
  setTimeout(end, 30_000).unref();
}
