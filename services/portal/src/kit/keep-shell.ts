/**
 * Has the browser keep the shell of the page (`public/sw.js`), so that it opens without a network. Only where the page
 * came over https or from localhost: elsewhere browsers offer no such thing, and the page works as before.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
  } catch {
    return; // forbidden by the browser's owner or out of space: a convenience less, no failure
  }
  await keepLoaded();
}

/** Has all files kept that were loaded so far; nothing where there is no worker that could. */
export async function keepLoaded(): Promise<void> {
  if (!('serviceWorker' in navigator) || (await navigator.serviceWorker.getRegistration()) === undefined)
    return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: 'keep', paths: loadedAssets() });
}

/** The hashed files that were loaded before the worker was there to keep them. */
function loadedAssets(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return addresses
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}
