import { useEffect } from 'react';

/** Keeps the screen on, where the browser can. It takes the lock back whenever the page is out of sight. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    // Typed as always there; older browsers, and a page without https, have none.
    const wakeLock = navigator.wakeLock as WakeLock | undefined;
    if (!isOn || wakeLock === undefined) return undefined;
    let lock: WakeLockSentinel | null = null;
    let isDone = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await wakeLock.request('screen');
        if (isDone) await lock.release();
      } catch (error) {
        // Refused while the battery is low, or as the page went out of sight: the screen then goes dark as ever.
        if (!(error instanceof DOMException)) reportError(error);
      }
    };
    const again = (): void => void hold();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      isDone = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [isOn]);
}
