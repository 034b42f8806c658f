import '../../../kit/styles/resource.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { SearchPicker } from '../../../kit/search-picker.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';
import { stockMax } from './lent-quantity.js';

type Kit = components['schemas']['KitView'];

/** The contents of a kit, which its keeper edits. */
export function KitSection({
  resource,
  isKeeper,
}: {
  readonly resource: Resource;
  readonly isKeeper: boolean;
}) {
  const { t } = useTranslation();
  const kit = useRead('resource', '/resources/{resourceId}/contents', { resourceId: resource.id });
  const [isEditing, setIsEditing] = useState(false);
  return (
    <section className="card" aria-labelledby="kit-title">
      <h2 id="kit-title">{t('stock.kitSection.title')}</h2>
      <p className="hint">{t('stock.kitSection.hint')}</p>
      <Loaded query={kit}>
        {(data) =>
          isEditing ? (
            <KitEditor kit={data} ownerUnionId={resource.ownerUnionId} onDone={() => setIsEditing(false)} />
          ) : (
            <Contents kit={data} />
          )
        }
      </Loaded>
      {isKeeper && !isEditing && (
        <Button onClick={() => setIsEditing(true)}>{t('stock.kitSection.edit')}</Button>
      )}
    </section>
  );
}

function Contents({ kit: { contents } }: { readonly kit: Kit }) {
  const { t } = useTranslation();
  if (contents.length === 0) return <p>{t('stock.kitSection.none')}</p>;
  return (
    <ul className="plain-list lines">
      {contents.map(({ resourceId, title, quantity }) => (
        <li key={resourceId}>
          <Link to={`/resources/${resourceId}`} className="text-link">
            {t('stock.kitSection.line', { title, count: quantity })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly resourceId: string;
  readonly title: string;
  readonly isSingle: boolean;
  readonly quantity: string;
}

interface KitEditorProps {
  readonly kit: Kit;
  readonly ownerUnionId: string;
  readonly onDone: () => void;
}

function KitEditor({ kit, ownerUnionId, onDone }: KitEditorProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    kit.contents.map((one) => ({ ...one, quantity: String(one.quantity), isSingle: false })),
  );
  const set = useCommand('resource', 'put', '/resources/{resourceId}/contents', { onStale: 'refuse' });
  const change = (resourceId: string, quantity: string): void =>
    setLines(lines.map((line) => (line.resourceId === resourceId ? { ...line, quantity } : line)));
  const save = (): void => {
    const contents = lines.map(({ resourceId, quantity }) => ({
      resourceId,
      quantity: wholeNumberOf(quantity, 1, stockMax) ?? 1,
    }));
    const { resourceId: kitId, version } = kit;
    set.mutate({ resourceId: kitId, version, body: { contents } }, { onSuccess: onDone });
  };
  return (
    <>
      <ul className="plain-list lines">
        {lines.map((line) => (
          <EditedLine
            key={line.resourceId}
            line={line}
            onQuantity={(quantity) => change(line.resourceId, quantity)}
            onRemove={() => setLines(lines.filter(({ resourceId }) => resourceId !== line.resourceId))}
          />
        ))}
      </ul>
      <LinePicker
        ownerUnionId={ownerUnionId}
        lines={lines}
        onPick={({ id, title, counting }) =>
          setLines([...lines, { resourceId: id, title, quantity: '1', isSingle: counting === 'one' }])
        }
      />
      {set.isError && <Refusal title={t('stock.kitSection.refused')} error={set.error} />}
      <div className="actions">
        <Button type="primary" loading={set.isPending} onClick={save}>
          {t('stock.kitSection.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </>
  );
}

interface EditedLineProps {
  readonly line: Line;
  readonly onQuantity: (quantity: string) => void;
  readonly onRemove: () => void;
}

function EditedLine({ line: { title, quantity, isSingle }, onQuantity, onRemove }: EditedLineProps) {
  const { t } = useTranslation();
  return (
    <li className="line-head">
      <span>{title}</span>
      {!isSingle && (
        <Input
          inputMode="numeric"
          maxLength={6}
          value={quantity}
          aria-label={t('stock.kitSection.quantityOf', { title })}
          onChange={(event) => onQuantity(event.target.value)}
        />
      )}
      <Button onClick={onRemove}>{t('stock.kitSection.remove', { title })}</Button>
    </li>
  );
}

interface LinePickerProps {
  readonly ownerUnionId: string;
  readonly lines: readonly Line[];
  readonly onPick: (picked: Resource) => void;
}

/** Finds resources of the same owner that are not in the kit yet; a kit holds no kit. */
function LinePicker({ ownerUnionId, lines, onPick }: LinePickerProps) {
  const { t } = useTranslation();
  return (
    <SearchPicker<Resource>
      label={t('stock.kitSection.add')}
      queryKey={['resource', 'kit', ownerUnionId]}
      search={async (q, signal) => {
        const { items } = await request('get', '/resources', { q, limit: 50 }, { signal });
        const isIn = (id: string): boolean => lines.some((line) => line.resourceId === id);
        return items.filter(
          (one) => one.ownerUnionId === ownerUnionId && one.counting !== 'kit' && !isIn(one.id),
        );
      }}
      itemKey={(one) => one.id}
      itemText={(one) => one.title}
      onPick={onPick}
    />
  );
}
