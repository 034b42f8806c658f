import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import type { Attendance, ListedPerson, Scan } from './check-in.model.js';
import { HeadsChoice } from './heads-choice.js';
import type { Target } from './use-check-in.js';
import { Input } from '../../shell/input.js';

interface DoorListProps {
  readonly persons: readonly ListedPerson[];
  readonly walkIns: readonly Attendance[];
  readonly waiting: readonly Scan[];
  readonly isOpen: boolean;
  readonly onScan: (target: Target, label: string) => void;
}

const shownAtFirst = 100;

type Which = 'missing' | 'here';

/** Who has a seat, to be ticked off. */
export function DoorList({ persons, walkIns, waiting, isOpen, onScan }: DoorListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [which, setWhich] = useState<Which | undefined>(undefined);
  const [shownMax, setShownMax] = useState(shownAtFirst);
  const sent = new Set(waiting.map(({ item }) => item.registrationId));
  const found = persons.filter(
    (person) =>
      (which === undefined || person.isHere === (which === 'here')) &&
      `${person.maskedName} ${person.poolName}`.includes(text.trim()),
  );
  return (
    <section className="card" aria-labelledby="door-list-title">
      <h2 id="door-list-title">{t('checkIn.list', { count: persons.length })}</h2>
      <ListFilters text={text} onText={setText} which={which} onWhich={setWhich} />
      {found.length === 0 && <p className="hint">{t('checkIn.nobody')}</p>}
      <ul className="plain-list rows">
        {found.slice(0, shownMax).map((person) => (
          <Person
            key={person.id}
            person={person}
            isWaiting={sent.has(person.id)}
            {...(isOpen ? { onScan } : {})}
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
        ]}
        onChange={onWhich}
      />
    </div>
  );
}

interface PersonProps {
  readonly person: ListedPerson;
  readonly isWaiting: boolean;
  readonly onScan?: DoorListProps['onScan'];
}

function Person({ person, isWaiting, onScan }: PersonProps) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState(person.heads);
  const { maskedName, poolName, isHere } = person;
  return (
    <li className="row person">
      <span className="paper-box" aria-hidden="true" />
      <div>
        <strong>{maskedName}</strong>
        <p className="hint">{t('checkIn.headsOfPool', { heads: person.heads, pool: poolName })}</p>
      </div>
      <div className="actions no-print">
        {isHere && <span className="tag is-published">{t('checkIn.isHere')}</span>}
        {!isHere && isWaiting && <span className="tag is-closing">{t('checkIn.result.waiting')}</span>}
        {!isHere && !isWaiting && onScan !== undefined && (
          <>
            <HeadsChoice registered={person.heads} value={heads} onChange={setHeads} />
            <Button
              aria-label={t('checkIn.checkInNamed', { name: maskedName })}
              onClick={() => onScan({ registrationId: person.id, heads }, maskedName)}
            >
              {t('checkIn.checkIn')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function WalkIns({ walkIns }: { readonly walkIns: readonly Attendance[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('checkIn.walkInList')}</h3>
      <ul className="plain-list rows">
        {walkIns.map(({ personId, maskedName, heads }) => (
          <li key={personId} className="row">
            <strong>{maskedName}</strong> {t('checkIn.heads', { count: heads })}
          </li>
        ))}
      </ul>
    </>
  );
}
