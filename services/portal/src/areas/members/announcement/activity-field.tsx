import { request } from '../../../api/request.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { Named } from './announcement-values.js';

const foundMax = 10;

interface ActivityFieldProps {
  readonly id?: string;
  readonly label: string;
  /** Also those that are over, for who came to them. */
  readonly withClosed?: boolean;
  readonly value?: Named | undefined;
  readonly onChange?: (activity: Named | undefined) => void;
}

/** An activity, found by its title and shown by it. */
export function ActivityField({ id, label, withClosed = false, value, onChange }: ActivityFieldProps) {
  if (value !== undefined) return <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker
      {...(id === undefined ? {} : { id })}
      label={label}
      queryKey={['activity', 'toAnnounce', withClosed]}
      search={(q, signal) => find(q, withClosed, signal)}
      itemKey={(activity) => activity.id}
      itemText={(activity) => activity.name}
      onPick={(activity) => onChange?.(activity)}
    />
  );
}

async function find(q: string, withClosed: boolean, signal: AbortSignal): Promise<Named[]> {
  const asked = { q, limit: foundMax, ...(withClosed ? {} : { state: 'published' as const }) };
  const { items } = await request('get', '/activities', asked, { signal });
  return items.map(({ id, title }) => ({ id, name: title }));
}
