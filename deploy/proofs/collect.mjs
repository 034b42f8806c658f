// Loaded before a service by NODE_OPTIONS, beside --expose-gc: the heap is collected at a steady pace, so that what is
// left of it can be compared, however much the machine gets done in between.
const everyMs = Number(process.env.COLLECT_EVERY_MS);
/** A collection takes at most this part of the time, also on a machine that others keep busy. */
const shareMax = 0.05;

function collect() {
  const from = performance.now();
  globalThis.gc();
  setTimeout(collect, Math.max(everyMs, (performance.now() - from) / shareMax)).unref();
}

setTimeout(collect, everyMs).unref();
