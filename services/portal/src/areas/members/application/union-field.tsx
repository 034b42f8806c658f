import { PartyPicker } from '../../../session/party-picker.js';

interface UnionFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value?: { readonly id: string; readonly name: string };
  readonly onChange?: (union: { readonly id: string; readonly name: string }) => void;
}

/** A union in a form, found by its name. */
export function UnionField({ id, label, value, onChange }: UnionFieldProps) {
  return (
    <>
      {value !== undefined && (
        <p>
          <strong>{value.name}</strong>
        </p>
      )}
      <PartyPicker
        {...(id === undefined ? {} : { id })}
        label={label}
        kinds={['union']}
        onPick={({ id: unionId, name }) => onChange?.({ id: unionId, name })}
      />
    </>
  );
}
