// Loaded before a service by NODE_OPTIONS, beside --expose-gc: the heap is collected at a steady pace, so that what is
// left of it can be compared, however much the machine gets done in between.
setInterval(() => globalThis.gc(), Number(process.env.COLLECT_EVERY_MS)).unref();
