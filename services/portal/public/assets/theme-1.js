/*
 * Before the first picture: whoever has chosen a theme does not see the other one first. See src/kit/appearance.ts.
 * Browsers keep what stands in this folder for good, so that it costs a visit nothing: changed, it needs another number.
 */
const chosen = localStorage.getItem('gongxiang.theme');
if (chosen !== null) document.documentElement.dataset.theme = chosen;
