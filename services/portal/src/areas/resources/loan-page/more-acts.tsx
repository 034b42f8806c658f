import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { FormAct } from '../loan/act-form.js';
import { actsOf, type Loan, type Sides } from '../loan/loan.js';

const ActForm = lazyPart('ActForm', () => import('../loan/act-form.js'), { rows: 2 });
const MoveForm = lazyPart('MoveForm', () => import('../lending/loan-moves.js'), {
  rows: 4,
  texts: ['lending'],
});

/** What changes or ends a loan that stands: it is seldom wanted, and has a form of its own. */
export type MoreAct = Exclude<FormAct, 'refuse'> | 'move';

/** The lender extends it by themselves; the borrower asks, in the part that shows what was asked. */
export function moreActsOf(loan: Loan, sides: Sides, now: number): MoreAct[] {
  const may = actsOf(loan, sides, now);
  const isMovable = loan.state === 'requested' || loan.state === 'approved';
  return [
    ...(sides.isOwner && may.includes('extend') ? (['extend'] as const) : []),
    ...(isMovable && (sides.isOwner || changesTime(sides)) ? (['move'] as const) : []),
    ...(may.includes('cancel') ? (['cancel'] as const) : []),
  ];
}

/** Another time may cost the union of a party more, which is for the union to say. */
function changesTime({ isBorrower, isForParty = false }: Sides): boolean {
  return isBorrower && !isForParty;
}

interface MoreActsProps {
  readonly acts: readonly MoreAct[];
  readonly onOpen: (act: MoreAct) => void;
}

export function MoreActs({ acts, onOpen }: MoreActsProps) {
  const { t } = useTranslation();
  return acts.map((act) => (
    <Button key={act} danger={act === 'cancel'} onClick={() => onOpen(act)}>
      {t(`loan.more.${act}`)}
    </Button>
  ));
}

interface MoreActFormProps {
  readonly loan: Loan;
  readonly act: MoreAct;
  /** Whoever lends says why; the borrower need not. */
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

/** The form of the one that was chosen. It comes into sight: on a phone it stands far below the menu. */
export function MoreActForm({ loan, act, needsReason, onClose }: MoreActFormProps) {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <section ref={card} tabIndex={-1} className="card" aria-labelledby="more-act-title">
      <h2 id="more-act-title">{t(`loan.more.${act}`)}</h2>
      {act === 'move' ? (
        <MoveForm loan={loan} needsReason={needsReason} onClose={onClose} />
      ) : (
        <ActForm loan={loan} act={act} needsReason={needsReason} onClose={onClose} />
      )}
    </section>
  );
}
