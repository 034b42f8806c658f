/* Before the first picture: whoever has chosen a theme does not see the other one first. See src/kit/appearance.ts. */
const chosen = localStorage.getItem('gongxiang.theme');
if (chosen !== null) document.documentElement.dataset.theme = chosen;
