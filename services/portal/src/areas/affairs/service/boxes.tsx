interface BoxesProps {
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Some of several, each with a box. */
export function Boxes({ legend, options, chosen, onChange }: BoxesProps) {
  return (
    <fieldset className="boxes">
      <legend>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id} className="box">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
