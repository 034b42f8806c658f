import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import type { Loan, Sides } from '../loan/loan.js';
import { type Counted, type Direction, type Handovers, waysOf } from './handover.js';
import { useRecordHandover } from './record-handover.js';

const HandoverForm = lazyPart('HandoverForm', () => import('./handover-form.js'), { rows: 4 });

interface NewHandoverProps {
  readonly loan: Loan;
  readonly sides: Sides;
  readonly handovers: Handovers;
  readonly counting: Counted['counting'];
}

/** What can be handed over or returned now, and the form that records it. */
export function NewHandover({ loan, sides, handovers, counting }: NewHandoverProps) {
  const { t } = useTranslation();
  const [direction, setDirection] = useState<Direction | null>(null);
  const record = useRecordHandover(loan.id);
  const ways = waysOf(loan, sides, { now: Date.now(), handovers: handovers.items });
  const close = (): void => {
    setDirection(null);
    record.reset();
  };
  if (direction !== null && ways[direction]) {
    return (
      <HandoverForm
        title={loan.resourceTitle}
        direction={direction}
        isOwner={sides.isOwner}
        counted={{ counting, max: direction === 'out' ? handovers.toHandOver : handovers.outNow }}
        isPending={record.isPending}
        error={record.error}
        onRecord={(recorded) => record.mutate(recorded, { onSuccess: close })}
        onClose={close}
      />
    );
  }
  if (!ways.out && !ways.back) return null;
  return (
    <>
      <div className="actions">
        {(['out', 'back'] as const)
          .filter((way) => ways[way])
          .map((way) => (
            <Button key={way} type="primary" size="large" onClick={() => setDirection(way)}>
              {sides.isOwner
                ? t(way === 'out' ? 'handover.noteOut' : 'handover.noteBack')
                : t(way === 'out' ? 'handover.noteOutMine' : 'handover.noteBackMine')}
            </Button>
          ))}
      </div>
      <Preload part={HandoverForm} />
    </>
  );
}
