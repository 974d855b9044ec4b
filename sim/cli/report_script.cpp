// Conveniences of a report; everything can be read without them.
#include "sim/cli/report_html.hpp"

namespace clout::cli {

std::string_view report_script() {
  return R"js(
'use strict';
const element = (name, text, into) => {
  const made = document.createElement(name);
  made.textContent = text;
  into.append(made);
  return made;
};
const button = (text, about, into, action) => {
  const made = element('button', text, into);
  made.type = 'button';
  made.setAttribute('aria-label', `${text}: ${about}`);
  made.addEventListener('click', action);
};
const save = (name, href) => {
  const link = document.createElement('a');
  link.download = name;
  link.href = href;
  link.click();
};

// A chart alone has no page to take colours from: it carries its style sheet and what the variables are now.
const alone = (svg) => {
  const copy = svg.cloneNode(true);
  const edge = 12;
  const [width, height] = svg.getAttribute('viewBox').split(' ').slice(2).map((size) => Number(size) + 2 * edge);
  copy.setAttribute('viewBox', `${-edge} ${-edge} ${width} ${height}`);
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const sheet = document.getElementById('chart-style').textContent;
  const now = getComputedStyle(document.documentElement);
  const names = [...new Set(sheet.match(/--\w+(?=:)/g))].filter((name) => name !== '--mark');
  const values = names.map((name) => `${name}:${now.getPropertyValue(name)}`).join(';');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = sheet.replace(/@media[^{]*\{[^{}]*\{[^{}]*\}\s*\}/g, '') + `svg{${values};background:var(--page)}`;
  copy.prepend(style);
  return 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(copy));
};
const savePng = (svg, name) => {
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 3 * picture.width;
    canvas.height = 3 * picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    save(name, canvas.toDataURL('image/png'));
  };
  picture.src = alone(svg);
};
document.querySelectorAll('figure').forEach((figure, number) => {
  const svg = figure.querySelector('svg');
  const details = figure.querySelector('details');
  details.querySelector('summary').textContent = 'Numbers and picture as files';
  const tools = element('div', '', details);
  tools.className = 'tools';
  const name = `chart-${number + 1}`;
  const about = figure.querySelector('figcaption').textContent;
  button('Save SVG', about, tools, () => save(name + '.svg', alone(svg)));
  button('Save PNG', about, tools, () => savePng(svg, name + '.png'));
});

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (table) => [...table.rows]
  .map((row) => [...row.cells].map((cell) => quoted(cell.innerText.trim().replace(/\s*\n\s*/g, ' '))).join(','))
  .join('\n') + '\n';
document.querySelectorAll('.scroll').forEach((region) => {
  const table = region.querySelector('table');
  const tools = document.createElement('div');
  tools.className = 'tools';
  region.after(tools);
  const about = region.getAttribute('aria-label');
  button('Copy as CSV', about, tools, async (event) => {
    const asked = event.currentTarget;
    try {
      await navigator.clipboard.writeText(csvOf(table));
      asked.textContent = 'Copied';
    } catch {
      save('table.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(csvOf(table)));
    }
  });
  if (table.tBodies[0].rows.length < 25) return;
  const filter = element('input', '', tools);
  filter.type = 'search';
  filter.placeholder = 'Filter rows';
  filter.setAttribute('aria-label', `Filter rows: ${about}`);
  filter.addEventListener('input', () => {
    const wanted = filter.value.toLowerCase();
    for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
});
)js";
}

}  // namespace clout::cli
