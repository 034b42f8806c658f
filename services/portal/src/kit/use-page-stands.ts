import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const lookEveryMs = 100;

/** Has the first page everything that it asked for? What every page reads must not delay it. */
export function usePageStands(isAsked = true): boolean {
  const queryClient = useQueryClient();
  const [stands, setStands] = useState(false);
  useEffect(() => {
    if (stands || !isAsked) return undefined;
    const timer = setInterval(() => {
      const isOnItsWay = document.querySelector('main .skeleton') !== null || queryClient.isFetching() > 0;
      if (!isOnItsWay && document.querySelector('main h1') !== null) setStands(true);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isAsked, queryClient, stands]);
  return stands;
}
