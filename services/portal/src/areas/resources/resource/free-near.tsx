import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeNear, hourMs, type Span, unavailableOf } from './availability.js';
import { useAvailability } from './use-resource.js';
import { useSpanText } from './use-span-text.js';

interface FreeNearProps {
  readonly resourceId: string;
  /** How many of a counted resource are wanted. */
  readonly quantity: number;
  readonly wanted: Span | null;
  readonly onChoose: (span: Span) => void;
}

/** How far before and after the wanted time the page looks; the platform answers for at most 366 days at once. */
const marginMs = 14 * 24 * hourMs;
const windowMaxMs = 366 * 24 * hourMs;

/** The free times next to one that is taken; a tap chooses one. */
export function FreeNear({ resourceId, quantity, wanted, onChoose }: FreeNearProps) {
  const { t } = useTranslation();
  const { spanText } = useSpanText();
  const [now] = useState(() => Date.now());
  const window = wanted === null ? null : windowAround(wanted, now);
  const { data } = useAvailability(resourceId, window);
  if (wanted === null || window === null || data === undefined) return null;
  // The steps already leave out the setup and turnaround times around each loan.
  const short = unavailableOf({ ...data, busy: data.steps.filter(({ free }) => free < quantity) });
  const offers = freeNear(short, { wanted, turnaroundMs: 0, window, now });
  return (
    <div className="free-near" role="status">
      <p>{t(offers.length === 0 ? 'resource.borrow.nothingNear' : 'resource.borrow.freeNear')}</p>
      {offers.map((offer) => (
        <Button key={offer.start} onClick={() => onChoose(offer)}>
          {spanText(offer)}
        </Button>
      ))}
    </div>
  );
}

function windowAround({ start, end }: Span, now: number): Span {
  const from = Math.max(start - marginMs, Math.min(now, start));
  return { start: from, end: Math.min(end + marginMs, from + windowMaxMs) };
}
