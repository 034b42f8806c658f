/** Of all pages. Wide enough, a message of the list takes one line. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1d2633;
  --soft: #526071;
  --line: #d9dee6;
  --paper: #ffffff;
  --ground: #f4f6f9;
  --action: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8ee;
    --soft: #a5b0be;
    --line: #364050;
    --paper: #1b222c;
    --ground: #12171e;
    --action: #84bdf7;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 68rem;
  padding: 1rem;
  background: var(--ground);
  color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 0.5rem; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
a { color: var(--action); }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
.soft { color: var(--soft); }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin: 1rem 0; }
input, button {
  font: inherit;
  min-height: 44px;
  padding: 0 0.75rem;
  border: 1px solid var(--soft);
  border-radius: 6px;
  background: var(--paper);
  color: inherit;
}
input { flex: 1 1 8rem; min-width: 0; max-width: 20rem; }
button { border-color: var(--action); color: var(--action); cursor: pointer; }
ol { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--paper); }
li + li { border-top: 1px solid var(--line); }
li a {
  display: grid;
  grid-template: 'way time' 'to to' 'about about' / 1fr auto;
  column-gap: 1rem;
  padding: 0.75rem 1rem;
  color: inherit;
  text-decoration: none;
}
li a:hover { background: var(--ground); }
li a:focus-visible { outline-offset: -3px; }
.way { grid-area: way; color: var(--soft); }
.to { grid-area: to; font-weight: 600; }
.about { grid-area: about; }
time { font-variant-numeric: tabular-nums; }
li time { grid-area: time; color: var(--soft); white-space: nowrap; }
@media (min-width: 48rem) {
  li a { grid-template: 'way to about time' / 7rem 14rem 1fr auto; }
}
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.text, iframe, details { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.text { padding: 1rem; white-space: pre-wrap; }
/* A mail brings no dark colours of its own. */
iframe { display: block; width: 100%; height: 22rem; resize: vertical; background: #ffffff; color-scheme: light; }
details { margin-top: 1.5rem; }
summary { padding: 0.75rem 1rem; cursor: pointer; }
pre { margin: 0; padding: 0 1rem 1rem; font-size: 0.875rem; white-space: pre-wrap; }
[role='status'] { padding: 0.75rem 1rem; border-inline-start: 4px solid var(--action); background: var(--paper); }
`;

/** Brings what has arrived into the list, and leaves the rest of the page alone: somebody may be typing in it. */
export const script = `
const list = document.getElementById('messages');
const look = async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.getElementById('messages');
  if (next.innerHTML !== list.innerHTML) list.replaceChildren(...next.childNodes);
};
// The platform may be stopped meanwhile: the list is what it was, until it runs again.
setInterval(() => look().catch(() => undefined), 3000);
`;
