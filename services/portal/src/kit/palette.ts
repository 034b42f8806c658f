export type Theme = 'light' | 'dark';

/** Whichever of `styles/tokens.css` Ant Design is given: it computes with its colours, which it cannot with variables. */
type Colour =
  | 'ink'
  | 'ink-soft'
  | 'ink-faint'
  | 'ground'
  | 'paper'
  | 'line'
  | 'line-strong'
  | 'action'
  | 'action-fill'
  | 'action-soft'
  | 'good'
  | 'good-soft'
  | 'warn'
  | 'warn-soft'
  | 'bad'
  | 'bad-soft'
  | 'on-fill';

export const palette: Readonly<Record<Theme, Readonly<Record<Colour, string>>>> = {
  light: {
    ink: '#1d2633',
    'ink-soft': '#526071',
    'ink-faint': '#667085',
    ground: '#f4f6f9',
    paper: '#ffffff',
    line: '#d9dee6',
    'line-strong': '#7e899a',
    action: '#0b5cad',
    'action-fill': '#0b5cad',
    'action-soft': '#e3effb',
    good: '#067647',
    'good-soft': '#dcfae6',
    warn: '#b54708',
    'warn-soft': '#fef0c7',
    bad: '#b42318',
    'bad-soft': '#fee4e2',
    'on-fill': '#ffffff',
  },
  dark: {
    ink: '#e6eaf0',
    'ink-soft': '#aab4c2',
    'ink-faint': '#929dac',
    ground: '#0f141b',
    paper: '#19202a',
    line: '#343e4c',
    'line-strong': '#748093',
    action: '#70b4f5',
    'action-fill': '#1a73cc',
    'action-soft': '#17314b',
    good: '#5fd09a',
    'good-soft': '#12362a',
    warn: '#f5a45f',
    'warn-soft': '#42300f',
    bad: '#ff9186',
    'bad-soft': '#4b1f1c',
    'on-fill': '#ffffff',
  },
};
