import './file-fields.css';
import { Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newUuid } from '../../../api/new-uuid.js';
import { ChooseFiles } from '../../../kit/choose-files.js';
import { accepted } from '../../../kit/attachment-kind.model.js';
import { pictureKind } from '../../../kit/picture-kind.model.js';
import { acceptedRecordings } from '../../../kit/media-kind.js';
import { FileLine } from './file-line.js';
import {
  type ChosenFile,
  type FileList,
  filesMax,
  placeAfterRemoval,
  roomFor,
  turnIn,
} from './file.model.js';

interface FileFieldsProps {
  readonly list: FileList;
  /** Files belong to a union: without one there is nothing to add to. */
  readonly unionId: string | undefined;
  /** Of the interface: where a picture is that is there already; undefined of something new. */
  readonly pictureOf: ((fileId: string) => string) | undefined;
  /** The item of another list whose files they are, such as `['lessons', 2]`; those of the form itself where absent. */
  readonly within?: readonly [list: string, index: number];
}

const acceptedIn: Readonly<Record<FileList, string>> = {
  pictures: pictureKind.contentTypes.join(','),
  attachments: accepted,
  recordings: acceptedRecordings,
};

/** The pictures of a bulletin or a lesson, its attachments or its recordings: added, named, put in order and removed. */
export function FileFields({ list, unionId, pictureOf, within }: FileFieldsProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const path = within === undefined ? [list] : [...within, list];
  Form.useWatch(path, { form, preserve: true });
  const files = (form.getFieldValue(path) ?? []) as readonly ChosenFile[];
  const [halted, setHalted] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState(0);
  const id = ['bulletin', ...path].join('-');
  const Heading = within === undefined ? 'h2' : 'h3';
  const { lines, goTo } = useFocusOnLine(`${id}-add`);
  const turn = turnIn(files, halted);
  const max = filesMax[list];
  const halt = (key: string, isHalted: boolean): void =>
    setHalted((before) => withKey(before, key, isHalted));
  return (
    <section className="bulletin-files" aria-labelledby={id}>
      <Heading id={id}>{t(`bulletinFile.${list}.title`)}</Heading>
      <p className="hint">
        {t(
          within === undefined && list !== 'recordings'
            ? `bulletinFile.${list}.about`
            : `bulletinFile.${list}.aboutWithin`,
        )}
      </p>
      {/* A list within another is named from there. */}
      <Form.List name={within === undefined ? list : [within[1], list]}>
        {(fields, { add, remove, move }, { errors }) => (
          <>
            <ol ref={lines} className="plain-list bulletin-file-lines">
              {fields.map(({ key, name }) => (
                <FileLine
                  key={key}
                  list={list}
                  index={name}
                  count={fields.length}
                  unionId={unionId}
                  path={path}
                  pictureOf={pictureOf}
                  turn={turn}
                  halted={halted}
                  onHalted={halt}
                  onMove={(to) => {
                    move(name, to);
                    goTo(to);
                  }}
                  onRemove={() => {
                    remove(name);
                    setLeft(0);
                    goTo(placeAfterRemoval(name, fields.length));
                  }}
                />
              ))}
            </ol>
            {fields.length < max && (
              <ChooseFiles
                id={`${id}-add`}
                label={t(`bulletinFile.${list}.add`)}
                hint={t(unionId === undefined ? 'bulletinFile.unionFirst' : `bulletinFile.${list}.addHint`)}
                accept={acceptedIn[list]}
                isDisabled={unionId === undefined}
                onChoose={(chosen) => {
                  const room = roomFor(chosen, fields.length, max);
                  setLeft(room.left);
                  for (const file of room.taken) add({ key: newUuid(), file });
                }}
              />
            )}
            <div role="status">
              {fields.length >= max && <p className="hint">{t(`bulletinFile.${list}.full`, { max })}</p>}
              {left > 0 && <p className="field-error">{t('bulletinFile.left', { count: left })}</p>}
            </div>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </section>
  );
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  if (keys.has(key) === isIn) return keys;
  return isIn ? new Set([...keys, key]) : new Set([...keys].filter((one) => one !== key));
}

/** Whoever moves or removes a line by the keyboard goes on where it is then, or at what adds the next one. */
function useFocusOnLine(addId: string) {
  const lines = useRef<HTMLOListElement>(null);
  const [goal, setGoal] = useState<{ readonly place: number | null } | null>(null);
  useEffect(() => {
    if (goal === null) return;
    const line = goal.place === null ? null : lines.current?.children[goal.place];
    const target = line ?? document.getElementById(addId);
    if (target instanceof HTMLElement) target.focus();
  }, [goal]);
  return { lines, goTo: (place: number | null): void => setGoal({ place }) };
}
