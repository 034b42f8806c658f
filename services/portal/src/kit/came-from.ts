import { useEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

let here: string | null = null;
let before: string | null = null;

/** To be called where every page passes: keeps the page from which a link led to the one that is shown. */
export function useCameFrom(): void {
  const { pathname, key } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    // Whoever used the browser's own buttons may be anywhere in what they saw: nobody knows what came before.
    if (type === NavigationType.Push && here !== pathname) before = here;
    if (type === NavigationType.Pop) before = null;
    here = pathname;
  }, [key, pathname, type]);
}

/** Is the page before this one a page to go back to? A form that was sent is none. */
export function isBackGood(): boolean {
  return before !== null && !/\/(new|edit)$/.test(before);
}
