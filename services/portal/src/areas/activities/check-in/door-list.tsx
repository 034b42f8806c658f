import { type Direction, hasSeat } from '@gongxiang/domain/door';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type ListedPerson, type Scan, shownOf, type Which } from './check-in.model.js';
import { HeadsChoice } from './heads-choice.js';
import type { Target } from './use-check-in.js';
import { Input } from '../../../kit/input.js';

interface DoorListProps {
  readonly persons: readonly ListedPerson[];
  readonly waiting: readonly Scan[];
  readonly isOpen: boolean;
  readonly mayAdmitWalkIns: boolean;
  readonly direction: Direction;
  readonly onScan: (target: Target, label: string) => void;
}

const shownAtFirst = 100;

/** Those who have a seat, to be ticked off, and those who have none, to be let in as walk-ins. */
export function DoorList(props: DoorListProps) {
  const { persons, waiting, isOpen, mayAdmitWalkIns, direction, onScan } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [which, setWhich] = useState<Which | undefined>(undefined);
  const [shownMax, setShownMax] = useState(shownAtFirst);
  const sent = new Set(waiting.map(({ item }) => item.registrationId));
  const found = shownOf(persons, which).filter((person) =>
    `${person.maskedName} ${person.poolName ?? ''}`.includes(text.trim()),
  );
  const walkIns = shownOf(persons, 'walkIns');
  return (
    <section className="card" aria-labelledby="door-list-title">
      <h2 id="door-list-title">{t('checkIn.list', { count: shownOf(persons, undefined).length })}</h2>
      <ListFilters text={text} onText={setText} which={which} onWhich={setWhich} />
      {found.length === 0 && <p className="hint">{t('checkIn.nobody')}</p>}
      <ul className="plain-list rows">
        {found.slice(0, shownMax).map((person) => (
          <Person
            key={person.personHash}
            person={person}
            isWaiting={sent.has(person.registrationId)}
            direction={direction}
            {...(isOpen && (hasSeat(person) || mayAdmitWalkIns || person.isHere) ? { onScan } : {})}
          />
        ))}
      </ul>
      {found.length > shownMax && (
        <Button block onClick={() => setShownMax(found.length)}>
          {t('checkIn.showAll', { count: found.length })}
        </Button>
      )}
      {walkIns.length > 0 && <WalkIns walkIns={walkIns} />}
    </section>
  );
}

interface ListFiltersProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly which: Which | undefined;
  readonly onWhich: (which: Which | undefined) => void;
}

function ListFilters({ text, onText, which, onWhich }: ListFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="filters no-print">
      <Input
        type="search"
        value={text}
        aria-label={t('checkIn.searchList')}
        placeholder={t('checkIn.searchList')}
        onChange={(event) => onText(event.target.value)}
      />
      <Choice<Which>
        {...(which === undefined ? {} : { value: which })}
        label={t('checkIn.which')}
        options={[
          { value: '', label: t('common.all') },
          { value: 'missing', label: t('checkIn.stillMissing') },
          { value: 'here', label: t('checkIn.alreadyHere') },
          { value: 'left', label: t('checkIn.whoLeft') },
          { value: 'withoutSeat', label: t('checkIn.withoutSeat') },
          { value: 'walkIns', label: t('checkIn.walkIns') },
        ]}
        onChange={onWhich}
      />
    </div>
  );
}

interface PersonProps {
  readonly person: ListedPerson;
  readonly isWaiting: boolean;
  readonly direction: Direction;
  readonly onScan?: DoorListProps['onScan'];
}

function Person({ person, isWaiting, direction, onScan }: PersonProps) {
  const { t } = useTranslation();
  const { maskedName, poolName, isHere, heads, state, away } = person;
  return (
    <li className="row person">
      <span className="paper-box" aria-hidden="true" />
      <div>
        <strong>{maskedName}</strong>
        <p className="hint">
          {poolName === null
            ? t('checkIn.heads', { count: heads })
            : t('checkIn.headsOfPool', { heads, pool: poolName })}
        </p>
      </div>
      <div className="actions no-print">
        {isHere && <span className="tag is-published">{t('checkIn.isHere')}</span>}
        {away > 0 && <span className="tag is-closing">{t('checkIn.hasLeft', { count: away })}</span>}
        {!hasSeat(person) && state !== null && (
          <span className="tag is-cancelled">{t(`registrations.stateIs.${state}`)}</span>
        )}
        {!isHere && isWaiting && <span className="tag is-closing">{t('checkIn.result.waiting')}</span>}
        {!isWaiting && onScan !== undefined && (
          <Moves key={`${person.inside} ${away}`} person={person} direction={direction} onScan={onScan} />
        )}
      </div>
    </li>
  );
}

interface MovesProps extends LetInProps {
  readonly direction: Direction;
}

/** What the person may do next, in the direction that is chosen. */
function Moves({ person, direction, onScan }: MovesProps) {
  if (direction === 'out')
    return person.inside > 0 ? <Goes person={person} direction={direction} onScan={onScan} /> : null;
  if (!person.isHere) return <LetIn person={person} onScan={onScan} />;
  return person.away > 0 ? <Goes person={person} direction={direction} onScan={onScan} /> : null;
}

/** Leaves, or is back: so many of those who can. */
function Goes({ person, direction, onScan }: MovesProps) {
  const { t } = useTranslation();
  const { maskedName: name, registrationId } = person;
  const max = direction === 'out' ? person.inside : person.away;
  const [heads, setHeads] = useState(max);
  if (registrationId === null) return null; // a walk-in is found by name, as the list has no id
  return (
    <>
      <HeadsChoice registered={max} value={heads} onChange={setHeads} />
      <Button
        aria-label={t(direction === 'out' ? 'checkIn.leaveNamed' : 'checkIn.comeBackNamed', { name })}
        onClick={() => onScan({ registrationId, heads }, name)}
      >
        {t(direction === 'out' ? 'checkIn.leave' : 'checkIn.comeBack')}
      </Button>
    </>
  );
}

interface LetInProps {
  readonly person: ListedPerson;
  readonly onScan: DoorListProps['onScan'];
}

/** With a seat: so many of the party came. Without one: as a walk-in, after a question. */
function LetIn({ person, onScan }: LetInProps) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState(person.heads);
  const { maskedName, registrationId, personKnown } = person;
  if (!hasSeat(person)) {
    if (!personKnown) return null;
    return (
      <ConfirmButton
        question={t('checkIn.walkInQuestion', { name: maskedName })}
        confirmText={t('checkIn.letIn')}
        onConfirm={() => onScan({ registrationId, walkIn: true, confirm: true }, maskedName)}
      >
        {t('checkIn.letIn')}
      </ConfirmButton>
    );
  }
  return (
    <>
      <HeadsChoice registered={person.heads} value={heads} onChange={setHeads} />
      <Button
        aria-label={t('checkIn.checkInNamed', { name: maskedName })}
        onClick={() => onScan({ registrationId, heads }, maskedName)}
      >
        {t('checkIn.checkIn')}
      </Button>
    </>
  );
}

function WalkIns({ walkIns }: { readonly walkIns: readonly ListedPerson[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('checkIn.walkInList')}</h3>
      <ul className="plain-list rows">
        {walkIns.map(({ personHash, maskedName, heads }) => (
          <li key={personHash} className="row">
            <strong>{maskedName}</strong> {t('checkIn.heads', { count: heads })}
          </li>
        ))}
      </ul>
    </>
  );
}
