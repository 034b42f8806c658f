import { useEffect, useState } from 'react';

/** The value, once it has rested for a while: what is typed is not asked for at every key. */
export function useDebounced<Value>(value: Value, restMs = 350): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
