import './audience.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf, useList } from '../../../api/use-read.js';
import { Input } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { useUnionName } from '../../../session/use-unions.js';
import {
  belowOf,
  type ChosenUnions,
  chosenUnionsMax,
  isFull,
  withBranch,
  withUnion,
} from './audience.model.js';
import { SavedSets } from './saved-sets.js';

interface ChoiceProps {
  readonly chosen: ChosenUnions;
  readonly onChoose: (chosen: ChosenUnions) => void;
}

interface AudiencePickerProps extends ChoiceProps {
  /** The union that gives it. */
  readonly unionId: string;
}

const foundMax = 50;
/** More names than this are folded away. */
const shownMax = 10;

/** Unions below one, ticked in the tree or found by name, each alone or with all below it. */
export function AudiencePicker({ unionId, chosen, onChoose }: AudiencePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  return (
    <div className="audience">
      <SavedSets unionId={unionId} chosen={chosen} onChoose={onChoose} />
      <Input
        type="search"
        value={text}
        maxLength={100}
        aria-label={t('common.findUnion')}
        placeholder={t('common.findUnion')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => event.preventDefault()}
      />
      {q === '' ? (
        <Branch parentId={unionId} isCovered={false} chosen={chosen} onChoose={onChoose} />
      ) : (
        <Found unionId={unionId} q={q} chosen={chosen} onChoose={onChoose} />
      )}
      {isFull(chosen) && (
        <p className="hint">{t('assignment.audience.full', { max: String(chosenUnionsMax) })}</p>
      )}
      <Chosen chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

interface BranchProps extends ChoiceProps {
  readonly parentId: string;
  /** A union above it was taken with all below it. */
  readonly isCovered: boolean;
}

/** The unions directly below one; what is below them is read once it is opened. */
function Branch({ parentId, isCovered, ...choice }: BranchProps) {
  const { t } = useTranslation();
  const list = useList('union', '/unions', { parent: parentId });
  return (
    <PagedList list={list} empty={{ text: t('assignment.audience.nothingBelow') }}>
      {(unions) => (
        <ul className="plain-list audience-branch">
          {unions.map((union) => (
            <li key={union.id}>
              <Row union={union} isCovered={isCovered} {...choice} />
              <Below
                union={union}
                isCovered={isCovered || choice.chosen.branchIds.includes(union.id)}
                {...choice}
              />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

interface UnionProps extends ChoiceProps {
  readonly union: { readonly id: string; readonly name: string };
  readonly isCovered: boolean;
}

function Below({ union: { id, name }, isCovered, ...choice }: UnionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('assignment.audience.below', { name })}</summary>
      {isOpen && <Branch parentId={id} isCovered={isCovered} {...choice} />}
    </details>
  );
}

/** One union with two boxes: itself, and all below it. */
function Row({ union: { id, name }, isCovered, chosen, onChoose }: UnionProps) {
  const { t } = useTranslation();
  const isBranch = chosen.branchIds.includes(id);
  const isOne = chosen.unionIds.includes(id);
  const isShut = isFull(chosen);
  return (
    <div className="audience-row">
      <label className="box">
        <input
          type="checkbox"
          checked={isOne || isBranch || isCovered}
          disabled={isBranch || isCovered || (isShut && !isOne)}
          onChange={({ target }) => onChoose(withUnion(chosen, id, target.checked))}
        />
        {name}
      </label>
      <label className="box">
        <input
          type="checkbox"
          checked={isBranch || isCovered}
          disabled={isCovered || (isShut && !isBranch)}
          aria-label={`${name} ${t('assignment.audience.withBelow')}`}
          onChange={({ target }) => onChoose(withBranch(chosen, id, target.checked))}
        />
        {t('assignment.audience.withBelow')}
      </label>
    </div>
  );
}

interface FoundProps extends ChoiceProps {
  readonly unionId: string;
  readonly q: string;
}

function Found({ unionId, q, ...choice }: FoundProps) {
  const { t } = useTranslation();
  const path = useQuery(unionQuery(unionId)).data?.path;
  const found = useQuery(readOf('union', '/unions', { q, limit: foundMax }));
  if (found.isError) return <Refusal title={t('common.failed')} error={found.error} />;
  if (found.data === undefined || path === undefined) return <p className="hint">{t('common.loading')}</p>;
  const unions = belowOf(found.data.items, path);
  return (
    <div aria-live="polite">
      {unions.length === 0 && <p className="hint">{t('common.nothingFound')}</p>}
      <ul className="plain-list audience-branch">
        {unions.map((union) => (
          <li key={union.id}>
            <Row union={union} isCovered={false} {...choice} />
          </li>
        ))}
      </ul>
      {found.data.nextCursor !== null && <p className="hint">{t('assignment.audience.moreFound')}</p>}
    </div>
  );
}

function Chosen({ chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const count = chosen.unionIds.length + chosen.branchIds.length;
  if (count === 0) return <p className="hint">{t('assignment.audience.none')}</p>;
  return (
    <details open={count <= shownMax}>
      <summary>{t('assignment.audience.chosen', { count })}</summary>
      <ul className="plain-list">
        {chosen.branchIds.map((id) => (
          <ChosenUnion key={id} id={id} isBranch onRemove={() => onChoose(withBranch(chosen, id, false))} />
        ))}
        {chosen.unionIds.map((id) => (
          <ChosenUnion key={id} id={id} onRemove={() => onChoose(withUnion(chosen, id, false))} />
        ))}
      </ul>
      <Button onClick={() => onChoose({ unionIds: [], branchIds: [] })}>
        {t('assignment.audience.clear')}
      </Button>
    </details>
  );
}

interface ChosenUnionProps {
  readonly id: string;
  readonly isBranch?: boolean;
  readonly onRemove: () => void;
}

function ChosenUnion({ id, isBranch = false, onRemove }: ChosenUnionProps) {
  const { t } = useTranslation();
  const name = useUnionName(id) ?? t('common.loading');
  return (
    <li className="audience-row">
      <span>{isBranch ? t('assignment.audience.branch', { name }) : name}</span>
      <Button onClick={onRemove} aria-label={t('assignment.audience.removeOf', { name })}>
        {t('assignment.audience.remove')}
      </Button>
    </li>
  );
}
