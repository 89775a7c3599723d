// The script of a report in the browser: filter, search, expand, copy. Without it everything can still be read.

export const script = `
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
for (const tools of all('[data-tools]')) tools.hidden = false;

for (const tools of all('[data-filters]')) {
  const table = document.getElementById(tools.dataset.filters);
  const search = tools.querySelector('input[type="search"]');
  const level = tools.querySelector('select');
  const boxes = all('input[type="checkbox"]', tools);
  const shown = tools.querySelector('output');
  const groups = all('tbody', table).map((group) => ({
    group,
    rows: all('tr[data-verdict]', group).map((row) => ({ row, text: row.textContent.toLowerCase() })),
  }));
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const { group, rows } of groups) {
      let inGroup = 0;
      for (const { row, text } of rows) {
        const isShown =
          words.every((word) => text.includes(word)) &&
          (verdicts.size === 0 || row.dataset.verdict.split(' ').some((verdict) => verdicts.has(verdict))) &&
          (level.value === '' || row.dataset.level === level.value);
        row.hidden = !isShown;
        if (isShown) inGroup += 1;
      }
      group.hidden = inGroup === 0;
      count += inGroup;
    }
    shown.textContent = 'Showing ' + count + ' of ' + total;
  };
  tools.addEventListener('input', apply);
  apply();
}

for (const button of all('[data-expand]')) {
  button.addEventListener('click', () => {
    for (const each of all('.failure, .example', document.getElementById(button.dataset.expand))) each.open = true;
  });
}
for (const button of all('[data-collapse]')) {
  button.addEventListener('click', () => {
    for (const each of all('.failure', document.getElementById(button.dataset.collapse))) each.open = false;
  });
}

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]');
  if (button === null) return;
  await copy(button.parentElement.querySelector('code').textContent);
  button.textContent = 'Copied';
  document.getElementById('announcements').textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy';
    document.getElementById('announcements').textContent = '';
  }, 2000);
});

const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let each = target && target.closest('details'); each; each = each.parentElement.closest('details')) each.open = true;
  if (target) target.scrollIntoView();
};
addEventListener('hashchange', reveal);
if (location.hash !== '') reveal();

let opened = [];
addEventListener('beforeprint', () => {
  opened = all('.failure, .example').filter((each) => !each.open).slice(0, 500);
  for (const each of opened) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of opened) each.open = false;
});
`;
